import type { StepScene } from "./types";

const KEPT = 2;

/** The steps whose lines take the most room. */
export function roomiest(steps: readonly StepScene[]): readonly StepScene[] {
  return steps.toSorted((one, other) => roomOf(other) - roomOf(one)).slice(0, KEPT);
}

function roomOf({ line, caption }: StepScene): number {
  return (line ?? caption).length;
}
