"use client";

import { lazy, Suspense } from "react";
import type { Explanation } from "../explore/explain";
import styles from "./Explained.module.css";

const LiveTex = lazy(() => import("./LiveTex"));

/** What there is to say about the cell that is pointed at, in the place of the step's line. */
export function Explained({ explained }: { readonly explained: Explanation }) {
  return (
    <div className={styles.explained}>
      {explained.words ? <p className={styles.words}>{explained.words}</p> : null}
      {explained.lines.map((line) => (
        <div key={line.tex} className={styles.line}>
          <span aria-hidden="true">
            <Suspense fallback={<span className={styles.plain}>{line.text}</span>}>
              <LiveTex tex={line.tex} />
            </Suspense>
          </span>
          <span className="visually-hidden">{line.spoken}</span>
        </div>
      ))}
    </div>
  );
}
