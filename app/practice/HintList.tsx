"use client";

import styles from "./HintList.module.css";
import type { Hint } from "./types";

const TITLES = { 1: "The rule", 2: "The numbers", 3: "" } as const;

/** The hints that were taken; the whole working stands below the problem. */
export function HintList({ hints }: { readonly hints: readonly Hint[] }) {
  const shown = hints.filter((hint) => hint.stage !== 3);
  if (shown.length === 0) return null;
  return (
    <ol className={styles.hints} aria-label="Hints">
      {shown.map((hint) => (
        <li key={hint.stage} className={styles.hint}>
          <h3 className={styles.title}>{TITLES[hint.stage]}</h3>
          <p dangerouslySetInnerHTML={{ __html: hint.words }} />
          {hint.line ? (
            <div className={styles.line}>
              <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: hint.line }} />
              <span className="visually-hidden">{hint.spoken}</span>
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
