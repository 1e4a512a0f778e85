import type { ReactNode } from "react";
import styles from "./Fold.module.css";

export interface FoldProps {
  readonly title: string;
  readonly badge?: ReactNode;
  readonly children: ReactNode;
}

/** Something folded away until it is wanted. */
export function Fold({ title, badge, children }: FoldProps) {
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}>
        <span className={styles.marker} aria-hidden="true" />
        <h2 className={styles.title}>{title}</h2>
        {badge}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
