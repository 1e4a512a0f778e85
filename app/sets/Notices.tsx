"use client";

import styles from "./Sets.module.css";
import type { Former } from "./use-set";

export interface NoticesProps {
  readonly former: Former | null;
  /** What could not be opened, and why. */
  readonly refused: string;
  readonly onBack: (set: Former["set"]) => void;
  readonly onClose: () => void;
}

/** What was taken away, and what could not be opened. */
export function Notices({ former, refused, onBack, onClose }: NoticesProps) {
  return (
    <>
      {former ? (
        <p className={styles.notice} role="status">
          {former.words}{" "}
          <button type="button" onClick={() => onBack(former.set)}>
            Bring it back
          </button>
        </p>
      ) : null}
      {refused === "" ? null : (
        <div className={styles.refused} role="alert">
          <p>{refused}</p>
          <p>
            Your set is as it was.{" "}
            <button type="button" onClick={onClose}>
              Close
            </button>
          </p>
        </div>
      )}
    </>
  );
}
