import type { StepScene } from "./types";

/**
 * The steps that take the most room, one for each way to: the tallest line, the longest line,
 * the longest line or caption on a phone, which has one above the other, and the longest remark without a line.
 */
export function roomiest(steps: readonly StepScene[]): readonly StepScene[] {
  const lines = steps.filter(({ line }) => line !== null);
  const remarks = steps.filter(({ line }) => line === null);
  const found = [
    most(lines, ({ line }) => line?.length ?? 0),
    most(lines, ({ line }) => lengthOf(line)),
    most(lines, ({ line, caption }) => lengthOf(line) + lengthOf(caption)),
    most(lines, ({ caption }) => lengthOf(caption)),
    most(remarks, ({ caption }) => lengthOf(caption)),
  ];
  return [...new Set(found)].filter((step) => step !== undefined);
}

function most(
  steps: readonly StepScene[],
  room: (step: StepScene) => number,
): StepScene | undefined {
  return steps.toSorted((one, other) => room(other) - room(one))[0];
}

/** How many characters are read, the marks of the shorthand aside. */
function lengthOf(html: string | null): number {
  return (html ?? "").replace(/\{[^~{}]*~|\}|<[^>]*>/g, "").length;
}
