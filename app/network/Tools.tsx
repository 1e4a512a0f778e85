"use client";

import type { ChangeEvent } from "react";
import styles from "./Network.module.css";

export interface ToolsProps {
  readonly onOpen: (file: File) => void;
  readonly onEmpty: () => void;
}

/** A file to open, and everything to begin anew. */
export function Tools({ onOpen, onEmpty }: ToolsProps) {
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    if (file) onOpen(file);
    event.target.value = "";
  }
  return (
    <div className={styles.tools}>
      <label className={styles.tool}>
        Open a file
        <input type="file" className="visually-hidden" accept=".json,.py,.txt" onChange={choose} />
      </label>
      <button type="button" className={styles.tool} onClick={onEmpty}>
        Empty all fields
      </button>
    </div>
  );
}
