"use client";

import { useMemo, useState } from "react";
import type { Conventions } from "@/lib/question";
import styles from "./Ladder.module.css";
import { Problem } from "./Problem";
import { RuleQuestion } from "./RuleQuestion";
import type { ProblemAddress } from "./types";
import type { LoadedEngine } from "./use-problem";
import Working from "./Working";

export interface LadderProps {
  readonly type: string;
  readonly engine: LoadedEngine;
  readonly reader: Conventions;
  readonly go: (address: ProblemAddress) => void;
  /** From 0. */
  readonly rung: number;
  readonly onRung: (rung: number) => void;
  readonly onLeave: () => void;
}

const TITLES = [
  "Everything is worked out: follow it",
  "The last step is yours",
  "The last two steps are yours",
  "All of it is yours",
];

/** For those who are new to a type: a whole working, then one step left out, then two, then all. */
export default function Ladder({ type, engine, reader, go, rung, onRung, onLeave }: LadderProps) {
  const [ruled, setRuled] = useState<ReadonlySet<number>>(new Set());
  const scene = useMemo(
    () => engine.ladderRung({ type, conventions: reader }, rung),
    [engine, type, reader, rung],
  );
  if (!scene) return <p>There is no ladder here under your conventions.</p>;
  const isLast = rung === engine.RUNGS - 1;
  const onward = (isDone: boolean) => (
    <div className={styles.onward}>
      <RuleQuestion
        key={rung}
        choices={scene.rules}
        onRight={() => setRuled(new Set([...ruled, rung]))}
      />
      <button
        type="button"
        className={styles.up}
        data-ready={(isDone && ruled.has(rung)) || undefined}
        onClick={isLast ? onLeave : () => onRung(rung + 1)}
      >
        {isLast ? "Leave the ladder" : "One rung up"}
      </button>
    </div>
  );

  return (
    <section aria-label="The ladder">
      <div className={styles.head}>
        <h2 className={styles.title}>
          <span className={styles.count}>
            Rung {rung + 1} of {engine.RUNGS}
          </span>
          {TITLES[rung]}
        </h2>
        <button type="button" className={styles.leave} onClick={onLeave}>
          Leave the ladder
        </button>
      </div>
      <div
        className={styles.statement}
        dangerouslySetInnerHTML={{ __html: scene.scene.statement }}
      />
      {scene.working ? (
        <>
          <Working key={rung} hint={scene.working} />
          <div className={styles.below}>{onward(true)}</div>
        </>
      ) : (
        <Problem
          key={scene.scene.key}
          scene={scene.scene}
          engine={engine}
          reader={reader}
          go={go}
          support={scene.support}
          onward={onward}
        />
      )}
    </section>
  );
}
