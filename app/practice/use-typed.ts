"use client";

import { useMemo, useState, useSyncExternalStore } from "react";
import type { AnswerSpec, ProblemScene, Typed } from "./types";

/** What is typed for a problem; it survives a reload of the page. */
export function useTyped(scene: ProblemScene, given?: Typed) {
  const [changed, setChanged] = useState<Typed | null>(null);
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const kept = useMemo(() => (isAlive && !given ? stored(scene) : null), [isAlive, given, scene]);
  function type(next: Typed) {
    setChanged(next);
    if (!given) store(scene.key, next);
  }
  return [changed ?? kept ?? given ?? emptyFor(scene.answer), type] as const;
}

const never = () => () => {};

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

function stored({ key, answer }: ProblemScene): Typed | null {
  try {
    const text = window.sessionStorage.getItem(nameOf(key));
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

function store(key: string, typed: Typed) {
  try {
    window.sessionStorage.setItem(nameOf(key), JSON.stringify(typed));
  } catch {
    // What is typed then lasts as long as the page.
  }
}

function nameOf(key: string): string {
  return `kernelwise.typed:${key}`;
}
