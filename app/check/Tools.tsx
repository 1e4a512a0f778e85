"use client";

import type { ChangeEvent } from "react";
import styles from "./Check.module.css";

export interface ToolsProps {
  readonly onOpen: (file: File) => void;
  readonly onEmpty: () => void;
}

/** A question from a file, and a clean sheet. */
export function Tools({ onOpen, onEmpty }: ToolsProps) {
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    if (file) onOpen(file);
    event.target.value = "";
  }
  return (
    <div className={styles.tools}>
      <label className={styles.tool}>
        Open a question
        <input type="file" className="visually-hidden" accept=".json" onChange={choose} />
      </label>
      <button type="button" className={styles.tool} onClick={onEmpty}>
        Empty all fields
      </button>
    </div>
  );
}
