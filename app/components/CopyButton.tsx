"use client";

import { useState } from "react";
import styles from "./CopyButton.module.css";
import { Icon } from "./Icon";

export interface CopyButtonProps {
  /** What is copied, or what gives it when it is asked for. */
  readonly text: string | (() => string);
  readonly label?: string;
}

const OUTCOMES = { copied: "Copied", refused: "The browser did not allow it" } as const;

/** How long it is said what came of it. */
const MOMENT = 2000;

/** Puts a text on the clipboard and says for a moment whether it is there. */
export function CopyButton({ text, label = "Copy" }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<keyof typeof OUTCOMES | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === "string" ? text : text());
      setOutcome("copied");
    } catch {
      setOutcome("refused");
    }
    setTimeout(() => setOutcome(null), MOMENT);
  }

  return (
    <>
      <button type="button" className={styles.copy} onClick={() => void copy()}>
        <Icon name={outcome === "copied" ? "check" : "copy"} />
        {outcome ? OUTCOMES[outcome] : label}
      </button>
      <span className="visually-hidden" aria-live="polite">
        {outcome ? OUTCOMES[outcome] : ""}
      </span>
    </>
  );
}
