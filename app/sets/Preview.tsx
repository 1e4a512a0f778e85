"use client";

import type { Outline } from "./engine/types";
import { Paper } from "./Paper";
import styles from "./Preview.module.css";

export interface PreviewProps {
  readonly sample: Outline["sample"];
  /** Whether it stands in a card, and is none itself. */
  readonly isInside: boolean;
  readonly onAnother: () => void;
}

/** One problem as a student would see it, and others of its kind. */
export function Preview({ sample, isInside, onAnother }: PreviewProps) {
  const isOne = sample !== null && "isOne" in sample && sample.isOne;
  return (
    <section
      className={isInside ? styles.inside : styles.preview}
      aria-label="A problem of this kind"
    >
      <p className={styles.head}>
        <span>{isOne ? "On every sheet" : "Such as"}</span>
        {isOne ? null : (
          <button type="button" onClick={onAnother}>
            Another
          </button>
        )}
      </p>
      {sample === null ? null : "html" in sample ? (
        <>
          <Paper html={sample.html} label="The problem" />
          <div className={styles.answer}>
            <p className={styles.head}>Answer</p>
            <Paper html={sample.answer} label="Its answer" />
            <p className={styles.soft}>{sample.proof}</p>
          </div>
        </>
      ) : (
        <p className={styles.soft}>A problem is shown here once the question fits.</p>
      )}
    </section>
  );
}
