"use client";

import styles from "./Trouble.module.css";
import { useProgress } from "./use-progress";

/** One sentence, where the browser keeps nothing or no more. */
export function Trouble() {
  const { trouble } = useProgress();
  return (
    <div role="status" className={styles.status}>
      {trouble ? <p className={styles.trouble}>{trouble}</p> : null}
    </div>
  );
}
