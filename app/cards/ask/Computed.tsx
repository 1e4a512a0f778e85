"use client";

import { type ReactNode, useMemo } from "react";
import type { QuizQuestion } from "@/lib/progress";
import { type Answered, answeredOf } from "@/lib/progress/cards";
import { Problem } from "../../practice/Problem";
import { useConventions } from "../../practice/use-conventions";
import { useEngine } from "../../practice/use-problem";
import { useProgress } from "../../progress/use-progress";
import styles from "./Computed.module.css";

export interface ComputedProps {
  readonly problem: NonNullable<QuizQuestion["problem"]>;
  readonly seed: string;
  /** Whether there are no hints, as in a quiz. */
  readonly isTest?: boolean;
  /** What stands where one goes on; it hears how the problem was answered so far. */
  readonly renderOnward: (answered: Pick<Answered, "right" | "help"> | undefined) => ReactNode;
}

/** A card asked with numbers of its own: an exercise, marked as in practice, where it counts too. */
export default function Computed({ problem, seed, isTest = false, renderOnward }: ComputedProps) {
  const { conventions } = useConventions();
  const { attempts } = useProgress();
  const engine = useEngine();
  const { exercise: type, version, level } = problem;
  const scene = useMemo(
    () => engine?.problemScene({ type, version, seed, level, conventions }) ?? null,
    [engine, type, version, seed, level, conventions],
  );
  const next = renderOnward(answeredOf(attempts, { ...problem, seed }));
  if (!scene) return <p aria-busy="true">Drawing the numbers …</p>;
  if ("refusal" in scene) {
    return (
      <>
        <p>{scene.refusal}</p>
        {next}
      </>
    );
  }
  return (
    <div className={styles.computed}>
      <div className={styles.statement} dangerouslySetInnerHTML={{ __html: scene.statement }} />
      <Problem
        key={scene.key}
        scene={scene}
        engine={engine}
        reader={conventions}
        go={ignore}
        isTest={isTest}
        onward={() => next}
      />
    </div>
  );
}

function ignore(): void {}
