"use client";

import { useEffect, useRef, useState } from "react";
import type { Conventions } from "@/lib/question";
import { type Marking, markApart } from "./mark-apart";
import type { Marked, Outcome, ProblemScene, Typed } from "./types";
import type { LoadedEngine } from "./use-problem";

/** What help there was: the stages of hints that were open, and the rung of the ladder. */
interface Aid {
  readonly hints: number;
  readonly rung: number | undefined;
}

/**
 * The marking of a problem: what came of the last check, until something else is typed. What takes more than a moment
 * is marked in a worker, and can be stopped.
 */
export function useAttempt(
  scene: ProblemScene,
  engine: LoadedEngine | null,
  reader: Conventions,
  aid: Aid,
) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isMarking, setMarking] = useState(false);
  const marking = useRef<Marking | null>(null);
  useEffect(() => () => marking.current?.stop(), []);

  function settle({ mistakes, ...marked }: Marked) {
    setMarking(false);
    setOutcome(marked);
    if (isEvidence(marked)) void record(scene, marked, mistakes, aid);
  }

  function check(typed: Typed) {
    if (!engine || isMarking) return;
    const { address } = scene;
    const mark = () => settle(engine.markAnswer(address, typed, reader));
    if (!engine.isLarge(address)) return mark();
    setMarking(true);
    marking.current = markApart({ address, typed, reader }, settle, mark);
  }

  function clear() {
    marking.current?.stop();
    setMarking(false);
    setOutcome(null);
  }

  return { outcome, isMarking, check, clear };
}

/** An answer in which nothing is wrong, but something is blank, says nothing yet. */
function isEvidence({ verdict, marks }: Outcome): boolean {
  if (verdict === "invalid") return false;
  return verdict === "correct" || !marks.includes("blank") || marks.includes("incorrect");
}

async function record(
  { address, version, skill }: ProblemScene,
  { verdict, score }: Outcome,
  mistakes: readonly string[],
  { hints, rung }: Aid,
) {
  if (skill === null) return;
  const { recordAttempt } = await import("../progress/record");
  await recordAttempt({
    exercise: address.type,
    ...(address.ask === undefined ? {} : { ask: address.ask }),
    ...(skill === address.type ? {} : { skill }),
    version,
    seed: address.seed,
    level: address.level,
    conventions: address.conventions,
    verdict,
    score,
    mistakes,
    hints,
    ...(rung === undefined ? {} : { rung }),
  });
}
