"use client";

import { useEffect, useRef } from "react";
import { intoSight } from "../components/into-sight";
import { StepPlayer } from "../components/StepPlayer";
import styles from "./Working.module.css";
import type { Hint } from "./types";

const NO_PICTURE = { rows: [], columns: 1, signs: 0, labels: 0, widest: 1 };

export interface WorkingProps {
  readonly hint: Extract<Hint, { stage: 3 }>;
  /** Whether the reader has just asked for it, and is to be taken there. */
  readonly isOpened?: boolean;
}

/** The whole working, stepped through. */
export default function Working({ hint, isOpened = false }: WorkingProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isOpened) return;
    title.current?.focus({ preventScroll: true });
    intoSight(title.current, "start");
  }, [isOpened]);
  return (
    <section className={styles.working} aria-label="The working">
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        The working
      </h2>
      <StepPlayer
        title="The working, step by step"
        picture={hint.picture ?? NO_PICTURE}
        steps={hint.steps}
      />
    </section>
  );
}
