"use client";

import { Choice } from "../components/Choice";
import type { Replaced, Scene } from "./engine/types";
import styles from "./Panels.module.css";
import { VersusTable } from "./VersusTable";
import { WorkingSteps } from "../components/WorkingSteps";

export interface ReplacedViewProps {
  readonly convolutions: Scene["convolutions"];
  readonly replaced: Replaced;
  readonly onChoose: (place: string) => void;
}

/** A convolution beside the fully connected layer that gives as many values from all that it reads. */
export function ReplacedView({ convolutions, replaced, onChoose }: ReplacedViewProps) {
  return (
    <div className={styles.panel}>
      <p>
        A fully connected layer in its place would give as many values, each from all values that
        arrive. The output takes as much memory; the weights do not.
      </p>
      <div className={styles.controls}>
        <Choice
          title="Convolution"
          value={replaced.place}
          choices={convolutions.map(({ place, words }) => [place, words])}
          onChange={onChoose}
        />
      </div>
      <VersusTable versus={replaced.versus} />
      <div className={styles.steps}>
        {replaced.steps.map(({ title, steps }) => (
          <WorkingSteps key={title} title={title} steps={steps} />
        ))}
      </div>
    </div>
  );
}
