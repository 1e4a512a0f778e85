import type { TensorScene } from "../scene/types";
import { Html } from "./Html";
import styles from "./TensorCaption.module.css";

/** Beyond this the sizes stand under the name. */
const LONG_NAME = 12;

/** Columns under which a long name and the sizes fit side by side. */
const WIDE_ENOUGH = 4;

/** What a tensor is called and how large it is: input X · 3×3. */
export function TensorCaption({ tensor }: { readonly tensor: TensorScene }) {
  const columns = tensor.planes.flatMap((plane) => plane.columns).length;
  const name = `${tensor.words} ${tensor.spoken}`;
  return (
    <figcaption
      className={styles.caption}
      data-stacked={(name.length > LONG_NAME && columns <= WIDE_ENOUGH) || undefined}
      data-narrow={columns < WIDE_ENOUGH || undefined}
    >
      <span className="visually-hidden">{`${name}, ${tensor.sizes}`}</span>
      <span aria-hidden="true">
        {tensor.words} <Html as="span" text={tensor.symbol} />
      </span>{" "}
      <span className={styles.sizes} aria-hidden="true">
        {tensor.sizes}
      </span>
    </figcaption>
  );
}
