"use client";

import { Html } from "./Html";
import type { StepScene } from "../scene/types";
import styles from "./WorkingSteps.module.css";

export interface WorkingStepsProps {
  readonly title: string;
  readonly steps: readonly StepScene[];
  readonly onClose?: () => void;
}

/** A working, line under line. */
export function WorkingSteps({ title, steps, onClose }: WorkingStepsProps) {
  return (
    <section className={styles.working} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {onClose ? (
          <button type="button" className={styles.close} onClick={onClose}>
            Close
          </button>
        ) : null}
      </div>
      <ol className={styles.steps}>
        {steps.map(({ id, caption, line, spoken }) => (
          <li key={id}>
            <Html as="p" className={styles.caption} text={caption} />
            {line === null ? null : <Html className={styles.line} silent text={line} />}
            <span className="visually-hidden">{spoken}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
