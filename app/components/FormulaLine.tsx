"use client";

import { useMemo } from "react";
import { roomiest } from "../scene/roomiest";
import type { StepScene } from "../scene/types";
import { Html } from "./Html";
import styles from "./FormulaLine.module.css";

export interface FormulaLineProps {
  readonly steps: readonly StepScene[];
  readonly index: number;
  readonly asking: boolean;
  /** While a pointed cell's own formula stands in its place. */
  readonly hidden: boolean;
}

/**
 * The current step's line in the colours of its roles. The longest lines lie unseen in the same place,
 * so that it keeps its height and nothing jumps.
 */
export function FormulaLine({ steps, index, asking, hidden }: FormulaLineProps) {
  const sizers = useMemo(() => roomiest(steps), [steps]);
  const current = steps[index];
  return (
    <div className={styles.stack}>
      {sizers.map((step) => (
        <div key={step.id} className={styles.entry} aria-hidden="true">
          <Entry step={step} html={step.line} />
        </div>
      ))}
      {current ? (
        <div key="current" className={styles.entry} data-current={!hidden || undefined}>
          <Entry step={current} html={asking ? (current.asked ?? current.line) : current.line} />
          <span className="visually-hidden">{asking ? current.words : current.spoken}</span>
        </div>
      ) : null}
    </div>
  );
}

function Entry({ step, html }: { readonly step: StepScene; readonly html: string | null }) {
  return (
    <>
      <Html as="p" className={styles.caption} text={step.caption} />
      <Html
        className={html === null ? styles.words : styles.line}
        silent
        text={html ?? step.caption}
      />
    </>
  );
}
