import { type Ranges, type Rounded, solveRounded } from "@/lib/question/rounded";
import { type Question, sameShape } from "@/lib/question";
import { cellsBeyond } from "./beyond";
import { type Check, type CheckOptions, checkAnswer } from "./check-answer";
import { diagnose } from "./diagnose";
import type { CellVerdict } from "./mark";
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
  const cells = cellsBeyond({ cells: check.cells.filter(isRead) }, given, bounds.value, bounds);
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

function isRead(cell: Check["cells"][number]): cell is CellVerdict {
  return cell.verdict !== "invalid";
}

/** How far each cell may be from its key: half of its bounds' width. */
function playOf({ low, high }: Rounded): Float64Array {
  return low.map((one, at) => {
    const play = ((high[at] ?? one) - one) / 2;
    return Number.isFinite(play) ? play : 0;
  });
}
