"use client";

import type { Part, PlayerPart } from "@/lib/lab";
import { StepPlayer } from "../../components/StepPlayer";
import { WorkingSteps } from "../../components/WorkingSteps";
import { pictureScene } from "../../scene/build-picture";
import { stepScenes } from "../../scene/build-steps";
import { FigureView } from "../figures/FigureView";
import styles from "./Lab.module.css";
import { labStepScenes } from "./step-scenes";

export interface PartViewProps {
  readonly part: Part;
  /** Which of its kind it is among the lab's parts, from 1. */
  readonly place: number;
}

/** One part of what a lab works out. */
export function PartView({ part, place }: PartViewProps) {
  if (part.kind === "steps") {
    return (
      <WorkingSteps
        title={place > 1 ? `Step by step, ${place}` : "Step by step"}
        steps={labStepScenes(part.steps)}
      />
    );
  }
  return part.kind === "player" ? <Player part={part} /> : <FigureView figure={part} />;
}

function Player({ part: { title, question, asks } }: { readonly part: PlayerPart }) {
  const spec = { question, plan: asks.map((ask) => ({ ask })) };
  const steps = stepScenes(spec);
  return (
    <div>
      <p className={styles.partTitle} aria-hidden="true">
        {title}
      </p>
      <StepPlayer
        key={`${title} ${steps.length}`}
        start="last"
        title={title}
        picture={pictureScene(spec, asks)}
        steps={steps}
      />
    </div>
  );
}
