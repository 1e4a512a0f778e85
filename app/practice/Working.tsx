"use client";

import { StepPlayer } from "../components/StepPlayer";
import styles from "./Working.module.css";
import type { Hint } from "./types";

const NO_PICTURE = { rows: [], columns: 1, signs: 0, labels: 0, widest: 1 };

/** The whole working, stepped through. */
export default function Working({ hint }: { readonly hint: Extract<Hint, { stage: 3 }> }) {
  return (
    <section className={styles.working} aria-label="The working">
      <h2 className={styles.title}>The working</h2>
      <StepPlayer
        title="The working, step by step"
        picture={hint.picture ?? NO_PICTURE}
        steps={hint.steps}
      />
    </section>
  );
}
