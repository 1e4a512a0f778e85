"use client";

import { useState } from "react";
import { useMedia } from "../components/use-media";
import type { Checked } from "./engine/types";
import { Paper } from "./Paper";
import styles from "./Sheets.module.css";
import { counted } from "./words";

export interface SheetsProps {
  readonly checked: Checked;
  readonly isStale: boolean;
  readonly first: number;
  readonly onFirst: (first: number) => void;
}

/** Three students' sheets side by side; on a phone one at a time. */
export function Sheets({ checked, isStale, first, onFirst }: SheetsProps) {
  const [chosen, setChosen] = useState(0);
  const isNarrow = useMedia("screen and (max-width: 60rem)");
  const { sheets, sheetCount } = checked;
  const shown = isNarrow ? sheets.slice(chosen, chosen + 1) : sheets;
  return (
    <section className={styles.section} aria-labelledby="sheets" data-stale={isStale || undefined}>
      <div className={styles.head}>
        <h2 id="sheets">{titleOf(sheets.length, sheetCount)}</h2>
        <div className={styles.tools}>
          {isNarrow && sheets.length > 1 ? (
            <div role="group" aria-label="Sheet" className={styles.pick}>
              {sheets.map(({ code }, index) => (
                <button
                  key={code}
                  type="button"
                  aria-pressed={index === chosen}
                  aria-label={`Sheet ${index + 1} of ${sheets.length}`}
                  onClick={() => setChosen(index)}
                >
                  {index + 1}
                </button>
              ))}
            </div>
          ) : null}
          {sheetCount > sheets.length ? (
            <button type="button" onClick={() => onFirst(nextFirst(first, sheetCount))}>
              Show other variants
            </button>
          ) : null}
          <button type="button" onClick={() => window.print()}>
            Print
          </button>
        </div>
      </div>
      <div className={styles.sheets}>
        {shown.map(({ code, html }) => (
          <div key={code} className={styles.sheet}>
            <Paper html={html} label={`Sheet ${code}`} />
          </div>
        ))}
      </div>
    </section>
  );
}

function titleOf(shown: number, all: number): string {
  return shown < all ? `Three of ${counted(all, "sheet")}` : `The ${counted(all, "sheet")}`;
}

/** The next three; after the last, the first again. */
function nextFirst(first: number, all: number): number {
  const next = first + 3;
  return next >= all ? 0 : Math.min(next, all - 3);
}
