import type { TensorScene } from "../scene/types";
import styles from "./TensorCaption.module.css";

/** What a tensor is called and how large it is: input X · 3×3. */
export function TensorCaption({ tensor }: { readonly tensor: TensorScene }) {
  return (
    <figcaption className={styles.caption}>
      <span>
        {tensor.words}{" "}
        <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: tensor.symbol }} />
        <span className="visually-hidden">{tensor.spoken}</span>
      </span>{" "}
      <span className={styles.sizes}>{tensor.sizes}</span>
    </figcaption>
  );
}
