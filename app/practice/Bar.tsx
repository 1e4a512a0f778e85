"use client";

import styles from "./Problem.module.css";

export interface BarProps {
  /** Whether cells have signs to be changed. */
  readonly isSigned: boolean;
  readonly canCheck: boolean;
  readonly isDone: boolean;
  /** The help that was taken, 0 to 3. */
  readonly taken: number;
  readonly onSign: () => void;
  readonly onHint: (stage: 1 | 2 | 3) => void;
}

/** The keys under an answer: ± for keypads without a minus, check, and help. */
export function Bar({ isSigned, canCheck, isDone, taken, onSign, onHint }: BarProps) {
  const next = taken === 0 ? 1 : 2;
  return (
    <div className={styles.bar}>
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
      {taken < 2 && !isDone ? (
        <button type="button" className={styles.button} onClick={() => onHint(next)}>
          {taken === 0 ? "Hint" : "Another hint"}
        </button>
      ) : null}
      {taken < 3 ? (
        <button
          type="button"
          className={`${styles.button} ${styles.late}`}
          data-early={(taken < 2 && !isDone) || undefined}
          onClick={() => onHint(3)}
        >
          Show the working
        </button>
      ) : null}
    </div>
  );
}
