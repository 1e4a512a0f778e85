"use client";

import styles from "./GivenLines.module.css";
import type { WrittenLine } from "./types";

/** A working with its last lines open. */
export function GivenLines({ lines }: { readonly lines: readonly WrittenLine[] }) {
  return (
    <ol className={styles.lines} aria-label="The working so far">
      {lines.map(({ key, words, html, spoken }) => (
        <li key={key} className={styles.line}>
          {words ? <p dangerouslySetInnerHTML={{ __html: words }} /> : null}
          <div
            className={styles.maths}
            aria-hidden="true"
            dangerouslySetInnerHTML={{ __html: html }}
          />
          <span className="visually-hidden">{spoken}</span>
        </li>
      ))}
    </ol>
  );
}
