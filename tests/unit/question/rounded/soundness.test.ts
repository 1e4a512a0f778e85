import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Question, questionFrom, solve } from "@/lib/question";
import { type Ranges, type Rounded, rangeAround, solveRounded } from "@/lib/question/rounded";
import { type Tensor, zeros } from "@/lib/tensor";
import { PROPERTY } from "../../tensor/arbitraries";
import { QUESTIONS } from "./questions";

const PLAYS = [0, 0.00005, 0.005, 0.5];

/** Where every number may stand within its play, as a share of its radius, and how large the radius is. */
const play = fc.record({
  radii: fc.array(fc.constantFrom(...PLAYS), { minLength: 97, maxLength: 97 }),
  shares: fc.array(fc.constantFrom(-1, -0.4, 0, 0.7, 1), { minLength: 89, maxLength: 89 }),
});
type Play = typeof play extends fc.Arbitrary<infer Drawn> ? Drawn : never;

describe("whatever the numbers were before they were rounded, the results lie within the bounds", () => {
  it.each(QUESTIONS)("%s", (_, drafts) => {
    fc.assert(
      fc.property(drafts, play, (draft, drawn) => {
        const question = withGradient(questionFrom(draft));
        const { rounded, moved } = played(question, drawn);
        const bounds = solveRounded(question, rounded);
        const actual = solve(moved);
        expectWithin(actual.y, bounds.y);
        for (const name of ["x", "w", "b", "gamma", "beta"] as const) {
          expectWithin(actual.grads?.[name], bounds.grads[name]);
          expect(bounds.grads[name]?.value).toEqual(solve(question).grads?.[name]);
        }
      }),
      { ...PROPERTY, numRuns: 60 },
    );
  });
});

function withGradient(question: Question): Question {
  const y = solve(question).y ?? zeros([]);
  const data = y.data.map((_, at) => ((at * 7) % 5) - 2);
  return { ...question, dy: { shape: y.shape, data } };
}

/** The ranges of a question's numbers, and the question with every number somewhere in its range. */
function played(question: Question, { radii, shares }: Play) {
  const ranges: Partial<Record<keyof Ranges, Ranges[keyof Ranges]>> = {};
  const inputs = { ...question.inputs };
  let next = 0;
  const draw = (source: Tensor) => {
    const radius = source.data.map((__, at) => radii[(next + at) % radii.length] ?? 0);
    const data = source.data.map(
      (value, at) => value + (radius[at] ?? 0) * (shares[(next + at) % shares.length] ?? 0),
    );
    next += source.data.length;
    return { range: rangeAround(source, radius), moved: { shape: source.shape, data } };
  };
  for (const name of ["x", "w", "b", "gamma", "beta"] as const) {
    const operand = inputs[name];
    if (!operand?.data) continue;
    const { range, moved } = draw(operand);
    ranges[name] = range;
    inputs[name] = moved;
  }
  const dy = question.dy?.data ? draw(question.dy) : undefined;
  if (dy) ranges.dy = dy.range;
  return {
    rounded: ranges as Ranges,
    moved: { ...question, inputs, ...(dy ? { dy: dy.moved } : {}) },
  };
}

function expectWithin(actual: Tensor | undefined, bounds: Rounded | undefined): void {
  expect(actual?.shape).toEqual(bounds?.shape);
  const noise = 1e-9;
  actual?.data.forEach((value, at) => {
    expect(value).toBeGreaterThanOrEqual((bounds?.low[at] ?? Number.NaN) - noise);
    expect(value).toBeLessThanOrEqual((bounds?.high[at] ?? Number.NaN) + noise);
  });
}
