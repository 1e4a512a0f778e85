"use client";

import styles from "./Problem.module.css";

export interface BarProps {
  /** Whether cells have signs to be changed. */
  readonly isSigned: boolean;
  /** Whether it stays at the foot of a small screen, beside an answer that is longer than it. */
  readonly stays: boolean;
  readonly canCheck: boolean;
  readonly isDone: boolean;
  /** The help that was taken, 0 to 3. */
  readonly taken: number;
  readonly onSign: () => void;
  readonly onHint: (stage: 1 | 2 | 3) => void;
}

/** The keys under an answer: ± for keypads without a minus, check, and help. */
export function Bar({ isSigned, stays, canCheck, isDone, taken, onSign, onHint }: BarProps) {
  const hasHints = taken < 2 && !isDone;
  return (
    <div className={styles.bar} data-stays={stays || undefined}>
      {isSigned ? (
        <button
          type="button"
          className={styles.sign}
          aria-label="Change the sign of the cell"
          onPointerDown={(event) => event.preventDefault()}
          onClick={onSign}
        >
          ±
        </button>
      ) : null}
      <button
        type="submit"
        className={isDone ? styles.button : styles.primary}
        disabled={!canCheck}
      >
        Check
      </button>
      {/* One key, which keeps the focus while it goes from hint to hint to the working. */}
      {taken < 3 ? (
        <button
          type="button"
          className={styles.button}
          onClick={() => onHint(hasHints ? (taken === 0 ? 1 : 2) : 3)}
        >
          {hasHints ? (taken === 0 ? "Hint" : "Another hint") : "Show the working"}
        </button>
      ) : null}
      {hasHints ? (
        <button
          type="button"
          className={`${styles.button} ${styles.early}`}
          onClick={() => onHint(3)}
        >
          Show the working
        </button>
      ) : null}
    </div>
  );
}
