"use client";

import { useState } from "react";
import styles from "./CopyButton.module.css";
import { Icon } from "./Icon";

export interface CopyButtonProps {
  /** What is copied, or what gives it when it is asked for. */
  readonly text: string | (() => string);
  readonly label?: string;
}

/** Puts a text on the clipboard and says so for a moment. */
export function CopyButton({ text, label = "Copy" }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === "string" ? text : text());
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      setCopied(false);
    }
  }

  return (
    <button type="button" className={styles.copy} onClick={() => void copy()}>
      <Icon name={copied ? "check" : "copy"} />
      <span aria-live="polite">{copied ? "Copied" : label}</span>
    </button>
  );
}
