"use client";

import type { ChangeEvent } from "react";
import styles from "./FileTools.module.css";
import sheet from "./Sheet.module.css";

export interface FileToolsProps {
  /** "Open a question" */
  readonly label: string;
  /** The files that it opens. @example ".json,.txt" */
  readonly accept: string;
  readonly onOpen: (file: File) => void;
  readonly onEmpty: () => void;
}

/** A file to open, and everything to begin anew. */
export function FileTools({ label, accept, onOpen, onEmpty }: FileToolsProps) {
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    if (file) onOpen(file);
    event.target.value = "";
  }
  return (
    <div className={styles.tools}>
      <label className={sheet.quiet}>
        {label}
        <input type="file" className="visually-hidden" accept={accept} onChange={choose} />
      </label>
      <button type="button" className={sheet.quiet} onClick={onEmpty}>
        Empty all fields
      </button>
    </div>
  );
}
