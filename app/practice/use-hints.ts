"use client";

import { useState } from "react";
import type { Hint, ProblemScene } from "./types";
import type { LoadedEngine } from "./use-problem";

/** The help that was taken so far: the rule, the numbers of one cell, the whole working. */
export function useHints(scene: ProblemScene, engine: LoadedEngine | null) {
  const [hints, setHints] = useState<readonly Hint[]>([]);

  function take(stage: 1 | 2 | 3, offset: number) {
    if (!engine) return;
    const hint = engine.hintFor(scene.address, stage, offset);
    setHints([...hints.filter((one) => one.stage !== stage), hint]);
  }

  return { hints, taken: Math.max(0, ...hints.map(({ stage }) => stage)), take };
}
