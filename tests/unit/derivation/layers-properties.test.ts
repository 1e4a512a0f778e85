import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAPTIONS } from "@/content/captions";
import { MAX_CELLS, type Step, derive, fillCaption } from "@/lib/derivation";
import { type Ask, type Question, INPUT_NAMES, questionFrom, solve } from "@/lib/question";
import { type Tensor, coordinatesOf } from "@/lib/tensor";
import { toSpeech, toTex } from "@/lib/tex";
import { typesetStrictly } from "../../typeset";
import { RANDOM_QUESTIONS } from "./random-questions";

fc.configureGlobal({ seed: 20261123, numRuns: 25 });

const CASES = RANDOM_QUESTIONS.flatMap(([op, questions, asks]) =>
  asks.map((ask) => ({ op, ask, questions })),
);

describe.each(CASES)("$ask of $op", ({ ask, questions }) => {
  it("ends, for every cell, with the value that the kernel computes", () => {
    fc.assert(
      fc.property(withGradient(questions), (question) => {
        const truth = kernelResult(question, ask);
        truth.data.forEach((value, offset) => {
          const at = coordinatesOf(truth.shape, offset);
          const { result } = derive(question, ask, at);
          expect(result).toBeCloseTo(value, 9);
        });
      }),
    );
  });

  it("gives one line to each cell, at most 36, and they hold the same values in order", () => {
    fc.assert(
      fc.property(withGradient(questions), (question) => {
        const truth = kernelResult(question, ask);
        const { steps, result } = derive(question, ask);
        const shown = Math.min(truth.data.length, MAX_CELLS);
        const rest = truth.data.length > shown ? 1 : 0;
        const lines = steps.slice(steps.length - shown - rest, steps.length - rest);
        expect(lines).toHaveLength(shown);
        lines.forEach((step, offset) => {
          expect(step.value).toBeCloseTo(truth.data[offset] ?? Number.NaN, 9);
        });
        expect(result).toEqual({ shape: truth.shape, data: [...truth.data] });
      }),
    );
  });

  it("is typeset by KaTeX in strict mode, and can be read aloud and captioned", () => {
    fc.assert(
      fc.property(withGradient(questions), (question) => {
        const { shape } = kernelResult(question, ask);
        const all = [
          ...derive(question, ask).steps,
          ...derive(
            question,
            ask,
            shape.map((length) => length - 1),
          ).steps,
        ];
        all.forEach(expectReadable);
      }),
      { numRuns: 10 },
    );
  });
});

function expectReadable(step: Step): void {
  typesetStrictly(toTex(step.line));
  typesetStrictly(toTex(step.line, { colour: true }));
  expect(toSpeech(step.line)).not.toMatch(/[\\{}_^&$]|undefined|NaN/);
  const caption = CAPTIONS[step.rule];
  for (const slot of caption.match(/(?<=\{)\w+(?=\})/g) ?? []) {
    expect(step.facts, `${step.rule} needs ${slot}`).toHaveProperty(slot);
  }
  expect(fillCaption(caption, step.facts)).not.toMatch(/undefined|NaN|[{}]/);
}

/** The question as drawn, half the time with a gradient that arrives. */
function withGradient(questions: (typeof RANDOM_QUESTIONS)[number][1]): fc.Arbitrary<Question> {
  return fc
    .tuple(questions, fc.boolean(), fc.integer({ min: 1, max: 5 }))
    .map(([draft, hasGradient, step]) => {
      const question = questionFrom(draft);
      if (!hasGradient) return question;
      const shape = solve(question).shapes.y ?? [];
      const count = shape.reduce((product, length) => product * length, 1);
      const data = Array.from({ length: count }, (_, index) => ((index * step) % 7) - 3);
      return questionFrom({ ...draft, dy: { shape, data } });
    });
}

function kernelResult(question: Question, ask: Ask): Tensor {
  const { y, indices, grads } = solve(question);
  const name = INPUT_NAMES.find((input) => ask === `grads.${input}`);
  const found = ask === "y" ? y : ask === "indices" ? indices : name && grads?.[name];
  if (!found) throw new Error(`The kernel has no ${ask} of ${question.op}.`);
  return found;
}
