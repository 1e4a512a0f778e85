"use client";

import { useMemo } from "react";
import type { ProblemScene } from "./types";
import { useKept } from "./use-kept";
import type { LoadedEngine } from "./use-problem";

interface Taken {
  readonly stage: 1 | 2 | 3;
  /** The cell that it is about. */
  readonly offset: number;
}

/**
 * The help that was taken so far: the rule, the numbers of one cell, the whole working. A reload forgets none of it, so
 * that an answer given with help never counts as one without.
 */
export function useHints({ key, address }: ProblemScene, engine: LoadedEngine | null) {
  const [text, keep] = useKept(`help:${key}`);
  const aid = useMemo(() => takenFrom(text), [text]);
  const hints = useMemo(
    () => (engine ? aid.map(({ stage, offset }) => engine.hintFor(address, stage, offset)) : []),
    [engine, address, aid],
  );
  const take = (stage: Taken["stage"], offset: number) =>
    keep(JSON.stringify([...aid.filter((one) => one.stage !== stage), { stage, offset }]));
  return { hints, taken: Math.max(0, ...aid.map(({ stage }) => stage)), take };
}

function takenFrom(text: string | null): readonly Taken[] {
  try {
    const read: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(read) ? read.filter(isTaken) : [];
  } catch {
    return [];
  }
}

function isTaken(one: unknown): one is Taken {
  if (typeof one !== "object" || one === null) return false;
  const { stage, offset }: { stage?: unknown; offset?: unknown } = one;
  return (stage === 1 || stage === 2 || stage === 3) && typeof offset === "number";
}
