import type { Figured } from "./engine/types";
import styles from "./Bar.module.css";

/** How long a figure is beside the largest of its kind; the number stands next to it. */
export function Bar({ part }: Pick<Figured, "part">) {
  return (
    <span className={styles.bar} aria-hidden="true">
      <span style={{ inlineSize: `${100 * (part ?? 0)}%` }} />
    </span>
  );
}
