"use client";

import { useState } from "react";
import type { Conventions } from "@/lib/question";
import type { Outcome, ProblemScene, Typed } from "./types";
import type { LoadedEngine } from "./use-problem";

/** The marking of a problem: what came of the last check, until something else is typed. */
export function useAttempt(
  scene: ProblemScene,
  engine: LoadedEngine | null,
  reader: Conventions,
  hints: number,
) {
  const [checked, setChecked] = useState<{ typed: Typed; outcome: Outcome } | null>(null);

  function check(typed: Typed): Outcome | null {
    if (!engine) return null;
    const { mistakes, ...outcome } = engine.markAnswer(scene.address, typed, reader);
    setChecked({ typed, outcome });
    if (outcome.verdict !== "invalid") void record(scene, outcome, mistakes, hints);
    return outcome;
  }

  return { checked, check, clear: () => setChecked(null) };
}

async function record(
  { address, version }: ProblemScene,
  { verdict, score }: Outcome,
  mistakes: readonly string[],
  hints: number,
) {
  if (verdict === "invalid") return;
  const { recordAttempt } = await import("../progress/record");
  await recordAttempt({
    exercise: address.type,
    version,
    seed: address.seed,
    level: address.level,
    conventions: address.conventions,
    verdict,
    score,
    mistakes,
    hints,
    at: Date.now(),
  });
}
