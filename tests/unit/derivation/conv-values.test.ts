import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Step, derive } from "@/lib/derivation";
import { type Question, type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { type Tensor, coordinatesOf } from "@/lib/tensor";
import { type Expression, toText } from "@/lib/tex";
import { convDrafts, transposedDrafts } from "./draft";

const FAMILIES = [
  ["conv2d", convDrafts],
  ["conv_transpose2d", transposedDrafts],
] as const;

const ASKS = ["y", "grads.x", "grads.w", "grads.b"] as const;

/** A gradient other than ones, so that each arriving value is told from the next. */
function withGradient(draft: QuestionDraft): Question {
  const shape = solve(questionFrom(draft)).shapes.y ?? [];
  const size = shape.reduce((product, length) => product * length, 1);
  const data = Array.from({ length: size }, (_, index) => ((index * 5) % 7) - 3);
  return questionFrom({ ...draft, dy: { shape, data } });
}

function kernelResult(question: Question, ask: (typeof ASKS)[number]): Tensor | undefined {
  const { y, grads } = solve(question);
  if (ask === "y") return y;
  if (ask === "grads.x") return grads?.x;
  return ask === "grads.w" ? grads?.w : grads?.b;
}

describe("every line of a convolution arrives at what the kernel computes", () => {
  it.each(FAMILIES.flatMap(([op, drafts]) => ASKS.map((ask) => [op, ask, drafts] as const)))(
    "%s, %s, each cell alone and among all",
    (_, ask, drafts) => {
      fc.assert(
        fc.property(drafts, fc.nat(), (draft, pick) => {
          const question = withGradient(draft);
          const result = kernelResult(question, ask);
          expect(result).toBeDefined();
          if (!result) return;
          const all = derive(question, ask).steps.filter(({ rule }) => CELL_RULES.test(rule));
          expect(all.map(({ value }) => value)).toEqual([...result.data].slice(0, 36).map(plain));
          for (const step of all) expectSound(step);
          const offset = pick % result.data.length;
          const one = derive(question, ask, coordinatesOf(result.shape, offset));
          expect(one.result).toBe(plain(result.data[offset] ?? Number.NaN));
          for (const step of one.steps) expectSound(step);
        }),
        { seed: 76, numRuns: 40 },
      );
    },
  );
});

const CELL_RULES = /-cell$|-unreached$/;

function plain(value: number): number {
  return value === 0 ? 0 : value;
}

/** The sides of a numeric line, each worked out from what is written, are all the step's value. */
function expectSound({ line, value }: Step): void {
  if (typeof value !== "number" || line.kind !== "relation") return;
  for (const side of line.sides.slice(1)) {
    const worked = valueOf(side);
    if (worked !== undefined) expect([toText(line), worked]).toEqual([toText(line), value]);
  }
}

/** What an expression of numbers alone comes to. */
function valueOf(part: Expression): number | undefined {
  if (part.kind === "number") return plain(part.value);
  if (part.kind === "sum") return fold(part.terms, (left, right) => left + right);
  if (part.kind === "product") return fold(part.factors, (left, right) => left * right);
  return undefined;
}

function fold(
  parts: readonly Expression[],
  join: (left: number, right: number) => number,
): number | undefined {
  let total: number | undefined;
  for (const part of parts) {
    const value = valueOf(part);
    if (value === undefined) return undefined;
    total = total === undefined ? value : join(total, value);
  }
  return total === undefined ? undefined : plain(total);
}
