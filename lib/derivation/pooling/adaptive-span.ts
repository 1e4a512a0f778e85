import type { Question } from "@/lib/question";
import { adaptiveSpan } from "@/lib/tensor";
import {
  type Expression,
  ceiling,
  difference,
  dot,
  equation,
  floor,
  fraction,
  list,
  parentheses,
  sum,
  symbol,
} from "@/lib/tex";
import type { ImageCell } from "../image";
import { adaptiveSize } from "./pool-options";
import type { Step } from "../step";

/**
 * Which rows and columns one output of adaptive pooling reads: from ⌊i · in/out⌋ to
 * ⌈(i + 1) · in/out⌉ − 1. Nothing for other pooling, nor where there is one output for all.
 */
export function spanSteps(
  question: Question,
  inSize: readonly [number, number],
  out: ImageCell,
): Step[] {
  const outSize = adaptiveSize(question);
  if (!outSize) return [];
  return ([0, 1] as const).flatMap((axis): Step[] => {
    if (outSize[axis] === 1) return [];
    const rule = axis === 0 ? "adaptive-rows" : "adaptive-columns";
    return [spanStep(rule, inSize[axis], outSize[axis], out[axis === 0 ? 2 : 3])];
  });
}

function spanStep(
  rule: "adaptive-rows" | "adaptive-columns",
  inSize: number,
  outSize: number,
  index: number,
): Step {
  const { start, end } = adaptiveSpan(inSize, outSize, index);
  const next: Expression = parentheses(sum(index, 1));
  return {
    rule,
    line: list(
      equation(symbol("first"), floor(fraction(dot(index, inSize), outSize)), start),
      equation(
        symbol("last"),
        difference(ceiling(fraction(dot(next, inSize), outSize)), 1),
        end - 1,
      ),
    ),
    value: [start, end - 1],
    cells: [],
    facts: { index },
  };
}
