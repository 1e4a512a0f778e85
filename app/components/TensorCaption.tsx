import type { TensorScene } from "../scene/types";
import styles from "./TensorCaption.module.css";

/** Beyond this the sizes stand under the name. */
const LONG_NAME = 12;

/** What a tensor is called and how large it is: input X · 3×3. */
export function TensorCaption({ tensor }: { readonly tensor: TensorScene }) {
  const name = `${tensor.words} ${tensor.spoken}`;
  return (
    <figcaption className={styles.caption} data-stacked={name.length > LONG_NAME || undefined}>
      <span>
        {tensor.words}{" "}
        <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: tensor.symbol }} />
        <span className="visually-hidden">{tensor.spoken}</span>
      </span>{" "}
      <span className={styles.sizes}>{tensor.sizes}</span>
    </figcaption>
  );
}
