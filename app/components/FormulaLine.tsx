"use client";

import type { StepScene } from "../scene/types";
import styles from "./FormulaLine.module.css";

export interface FormulaLineProps {
  readonly steps: readonly StepScene[];
  readonly index: number;
  readonly asking: boolean;
  /** While a pointed cell's own formula stands in its place. */
  readonly hidden: boolean;
}

/** The current step's line in the colours of its roles. All lines share one place, so nothing jumps. */
export function FormulaLine({ steps, index, asking, hidden }: FormulaLineProps) {
  return (
    <div className={styles.stack}>
      {steps.map((step, place) => {
        const current = place === index && !hidden;
        const html = current && asking ? (step.asked ?? step.line) : step.line;
        return (
          <div key={step.id} className={styles.entry} data-current={current || undefined}>
            <p className={styles.caption} dangerouslySetInnerHTML={{ __html: step.caption }} />
            {html === null ? (
              <p
                className={styles.words}
                aria-hidden="true"
                dangerouslySetInnerHTML={{ __html: step.caption }}
              />
            ) : (
              <>
                <div
                  className={styles.line}
                  aria-hidden="true"
                  dangerouslySetInnerHTML={{ __html: html }}
                />
                <span className="visually-hidden">{asking ? step.words : step.spoken}</span>
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}
