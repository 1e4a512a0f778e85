"use client";

import { useState } from "react";
import styles from "./CopyButton.module.css";
import { Icon } from "./Icon";

/** Puts a text on the clipboard and says so for a moment. */
export function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      setCopied(false);
    }
  }

  return (
    <button type="button" className={styles.copy} onClick={() => void copy()}>
      <Icon name={copied ? "check" : "copy"} />
      <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
    </button>
  );
}
