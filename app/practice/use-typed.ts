"use client";

import { useMemo } from "react";
import type { AnswerSpec, ProblemScene, Typed } from "./types";
import { useKept } from "./use-kept";

/** What is typed for a problem; it survives a reload of the page. */
export function useTyped({ key, answer }: ProblemScene, given?: Typed) {
  const [text, keep] = useKept(`typed:${key}`);
  const typed = useMemo(
    () => typedFrom(text, answer) ?? given ?? emptyFor(answer),
    [text, answer, given],
  );
  return [typed, (next: Typed) => keep(JSON.stringify(next))] as const;
}

/** An answer with nothing in it yet; where the size is asked for it begins as 2×2. */
function emptyFor(answer: AnswerSpec): Typed {
  switch (answer.kind) {
    case "grid":
      return answer.asksSize ? blank([...answer.shape.slice(0, -2), 2, 2]) : blank(answer.shape);
    case "line":
      return blank([1]);
    case "unknowns":
      return blank([answer.names.length]);
    case "spot":
      return blank([2]);
  }
}

/** Blank cells in a shape. */
function blank(shape: readonly number[]): Typed {
  const size = shape.reduce((product, length) => product * length, 1);
  return { shape, cells: Array<string>(size).fill("") };
}

/** Whether nothing is typed. */
export function isBlank({ cells }: Typed): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** What was kept, where it is an answer in this form. */
function typedFrom(text: string | null, answer: AnswerSpec): Typed | null {
  try {
    const typed = text === null ? null : (JSON.parse(text) as Typed);
    return typed && fits(typed, answer) ? typed : null;
  } catch {
    return null;
  }
}

function fits({ shape, cells }: Typed, answer: AnswerSpec): boolean {
  const start = emptyFor(answer);
  return shape.length === start.shape.length && cells.every((cell) => typeof cell === "string");
}
