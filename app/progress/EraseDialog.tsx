"use client";

import type { RefObject } from "react";
import styles from "./EraseDialog.module.css";
import { erase } from "./store";

export interface EraseDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** What will be gone, as in “12 answers”. */
  readonly what: string;
  readonly onErased: () => void;
}

/** Asks once more before everything is erased. */
export function EraseDialog({ dialog, what, onErased }: EraseDialogProps) {
  async function confirm() {
    await erase();
    dialog.current?.close();
    onErased();
  }
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="erase-title">
      <h3 id="erase-title" className={styles.title}>
        Erase everything?
      </h3>
      <p>
        Your {what} and your mastery will be gone from this browser for good. A file that you
        exported can bring them back.
      </p>
      <form method="dialog" className={styles.choices}>
        <button type="submit" className={styles.keep}>
          Keep it
        </button>
        <button type="button" className={styles.erase} onClick={() => void confirm()}>
          Erase
        </button>
      </form>
    </dialog>
  );
}
