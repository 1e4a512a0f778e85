import { type Ranges, type Rounded, solveRounded } from "@/lib/question/rounded";
import { type Question, sameShape } from "@/lib/question";
import { type Check, type CheckOptions, checkAnswer } from "./check-answer";
import { diagnose } from "./diagnose";
import type { CellVerdict } from "./mark";
import { matchesWithin } from "./matches";
import type { Given } from "./quantity";
import type { AnswerJson } from "./read-json";

/** A check of a question whose numbers are rounded: with the bounds of what is asked, where a tensor is. */
export interface RoundedCheck extends Check {
  readonly bounds?: Rounded;
}

/**
 * An answer checked against a question whose own numbers are rounded: a cell is right where it lies between the bounds
 * of its key, and the mistakes of the others are looked for with the same play.
 *
 * @throws KernelError as `checkAnswer`
 * @example checkRounded(question, { x: rangeAround(x, radius) }, "y", "0.3334").verdict // "correct"
 */
export function checkRounded(
  question: Question,
  ranges: Ranges,
  ask: string,
  answer: AnswerJson,
  options: CheckOptions = {},
): RoundedCheck {
  const check = checkAnswer(question, ask, answer, options);
  const bounds = boundsOf(question, ranges, ask);
  if (!bounds) return check;
  const { given, verdict } = check;
  if (verdict !== "incorrect" || !given || !sameShape(given.shape, bounds.shape))
    return { ...check, bounds };
  const cells = cellsBeyond(check, given, bounds);
  if (cells.length === check.cells.length && cells.every((one) => one.verdict === "blank"))
    return { ...check, bounds };
  const { convention, ...rest } = check;
  const isRight = cells.length === 0;
  const count = bounds.value.data.length;
  return {
    ...rest,
    ...(isRight || convention === undefined ? {} : { convention }),
    verdict: isRight ? "correct" : "incorrect",
    score: (count - cells.length) / count,
    cells,
    diagnosis: isRight ? [] : diagnose(question, ask, given, playOf(bounds)),
    bounds,
  };
}

/** The bounds of a tensor that is asked for; indices and all that is counted are exact. */
function boundsOf(question: Question, ranges: Ranges, ask: string): Rounded | undefined {
  if (ask !== "y" && !ask.startsWith("grads.")) return undefined;
  const { y, grads } = solveRounded(question, ranges);
  return ask === "y" ? y : Object.entries(grads).find(([name]) => `grads.${name}` === ask)?.[1];
}

function cellsBeyond({ cells }: Check, given: Given, bounds: Rounded): CellVerdict[] {
  const count = bounds.shape.length;
  return cells.filter((cell): cell is CellVerdict => {
    if (cell.verdict === "invalid" || cell.at.length !== count) return false;
    const at = cell.at.reduce((place, index, axis) => place * (bounds.shape[axis] ?? 1) + index, 0);
    const written = given.cells[at] ?? null;
    return written === null || !isWithin(written, at, bounds);
  });
}

/** Whether a cell is right within its bounds, as long as those still tell numbers apart. */
function isWithin(cell: NonNullable<Given["cells"][number]>, at: number, bounds: Rounded) {
  const key = bounds.value.data[at] ?? Number.NaN;
  const [low, high] = [bounds.low[at] ?? key, bounds.high[at] ?? key];
  const isTelling = high - low <= WIDEST * largestIn(bounds);
  return matchesWithin(cell, key, isTelling ? [low, high] : [key, key]);
}

/** Bounds wider than this share of the largest cell would accept almost anything. */
const WIDEST = 0.25;

function largestIn({ value }: Rounded): number {
  return value.data.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
}

/** How far each cell may be from its key: half of its bounds' width. */
function playOf({ low, high }: Rounded): Float64Array {
  return low.map((one, at) => {
    const play = ((high[at] ?? one) - one) / 2;
    return Number.isFinite(play) ? play : 0;
  });
}
