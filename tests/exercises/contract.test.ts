import katex from "katex";
import { describe, expect, it } from "vitest";
import {
  type Exercise,
  EXERCISES,
  LEVELS,
  difficulty,
  generate,
  isOwnQuestion,
  questionToJson,
  variantOf,
} from "@/lib/exercises";
import { checkProblem } from "@/lib/exercises/check";
import { explain } from "@/lib/mistakes";
import type { Conventions } from "@/lib/question";
import { RULES } from "@/lib/derivation";
import { ORACLES } from "./oracles";
import type { Json } from "./oracles/question";
import { median, numbersIn, problemsOf, variantsAt, variantsOf } from "./sampled";

const GARBAGE = ["banana", "", "1 +", "[[1, 2], [3]]", null, {}, "constructor"];

const OTHER_CONVENTIONS: readonly Partial<Conventions>[] = [
  { rounding: "ceil" },
  { rounding: "exact" },
  { operation: "convolution" },
  { layout: "nhwc" },
  { macs: "with_bias" },
  { padding: "onnx_lower" },
];

const rows = EXERCISES.map((exercise): [string, Exercise] => [exercise.id, exercise]);

describe.each(rows)("%s", (id, exercise) => {
  it("gives the same bytes for the same seed", () => {
    for (const level of LEVELS) {
      const [once, again] = [
        generate({ id, seed: "s", level }),
        generate({ id, seed: "s", level }),
      ];
      expect(JSON.stringify(again)).toBe(JSON.stringify(once));
    }
  });

  it("is plain JSON", () => {
    for (const problem of problemsOf(exercise, 2)) {
      expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
    }
  });

  it("speaks LaTeX that KaTeX takes in strict mode", () => {
    for (const { statement, steps } of problemsOf(exercise, 2)) {
      for (const tex of [...mathsIn(statement.tex), ...steps.map((step) => step.tex)]) typeset(tex);
      expect(statement.tex).not.toMatch(/[^ -~\n–—‘’“”°→ÉéγβΣ]/u);
      expect(steps.length).toBeGreaterThan(0);
    }
  });

  it("takes its own key for correct, typed as JSON, and garbage for unreadable", () => {
    for (const problem of problemsOf(exercise, 3)) {
      const asked = variantOf(problem);
      expect(checkProblem(asked, problem.answer), `seed ${problem.seed}`).toMatchObject({
        verdict: "correct",
        score: 1,
      });
      for (const garbage of GARBAGE) {
        expect(checkProblem(asked, garbage).verdict, JSON.stringify(garbage)).toBe("invalid");
      }
    }
  });

  it("agrees with an oracle that shares no code with it", () => {
    const oracle = ORACLES[id];
    expect(oracle, "an oracle in tests/exercises/oracles").toBeDefined();
    for (const problem of problemsOf(exercise, 12)) {
      const answer = numbersIn(problem.answer);
      const question: Json = JSON.parse(JSON.stringify(problem.question));
      const right = oracle?.(question, answer);
      if (typeof right === "boolean") expect(right, JSON.stringify(question)).toBe(true);
      else expectClose(answer, right ?? [], JSON.stringify(question));
    }
  });

  it("lists mistakes whose answers differ from the key and from each other", () => {
    for (const problem of problemsOf(exercise, 6)) {
      const listed = problem.predictions.slice(0, exercise.mistakes.length);
      expect(listed.map(({ mistake }) => mistake)).toEqual(exercise.mistakes);
      const answers = [problem, ...problem.predictions].map(({ answer }) => JSON.stringify(answer));
      expect(new Set(answers).size).toBe(answers.length);
    }
  });

  it("gives mistakes that the checker finds in the answers they predict", () => {
    for (const { question, ask, predictions } of variantsOf(exercise, 4)) {
      if (exercise.slips || question.op === "spot") continue;
      for (const { mistake, answer } of predictions.slice(0, exercise.mistakes.length)) {
        expect(
          namedIn({ question, ask }, answer),
          `${mistake} in ${JSON.stringify(answer)}`,
        ).toContain(mistake);
      }
    }
  });

  it("gets harder from level to level, by the stated measure", () => {
    const medians = LEVELS.map((level) => median(variantsAt(id, level, 41).map(difficulty)));
    expect(medians).toEqual(medians.toSorted((a, b) => a - b));
    expect(new Set(medians).size).toBe(LEVELS.length);
  });

  it("asks something worth asking: no key of 0 or of one number all over", () => {
    for (const { answer, ask } of problemsOf(exercise, 6)) {
      const numbers = numbersIn(answer);
      const isTensor = ask === "y" || ask === "indices" || ask.startsWith("grads.");
      if (isTensor && numbers.length > 1) expect(new Set(numbers).size).toBeGreaterThan(1);
      if (numbers.length === 1) expect(numbers[0]).not.toBe(0);
    }
  });

  it.each(OTHER_CONVENTIONS)("has a right key under %j", (conventions) => {
    const problem = generate({ id, seed: "other", level: 2, conventions });
    expect(problem.conventions).toMatchObject(conventions);
    expect(checkProblem(variantOf(problem), problem.answer).verdict).toBe("correct");
  });

  it("names a rule of the working", () => {
    expect(RULES).toContain(exercise.rule);
  });
});

const FEW = 1 / 20;

/** The first level has the smallest numbers, so the fewest problems. */
const RUNS = [
  [1, 1000],
  [2, 200],
  [3, 100],
] as const;

describe("in a run of a thousand, duplicates are rare", () => {
  it.each(rows)("%s", (id) => {
    for (const [level, count] of RUNS) {
      const problems = variantsAt(id, level, count).map(({ question, ask }) =>
        JSON.stringify([questionToJson(question), ask]),
      );
      const repeated = count - new Set(problems).size;
      expect(repeated / count, `${repeated} of ${count} at level ${level}`).toBeLessThanOrEqual(
        FEW,
      );
    }
  });
});

function expectClose(answer: readonly number[], right: readonly number[], where: string): void {
  expect(answer.length, where).toBe(right.length);
  for (const [index, value] of right.entries()) {
    const given = answer[index] ?? Number.NaN;
    expect(Math.abs(given - value), where).toBeLessThanOrEqual(
      1e-10 * Math.max(1, Math.abs(value)),
    );
  }
}

function namedIn(
  asked: Pick<ReturnType<typeof variantOf>, "question" | "ask">,
  answer: Parameters<typeof explain>[2] | unknown,
): readonly string[] {
  const { question, ask } = asked;
  if (isOwnQuestion(question)) {
    return checkProblem(asked, answer).diagnosis.map(({ mistake }) => mistake);
  }
  const found = explain(question, ask as Parameters<typeof explain>[1], answer as never);
  return found.map(({ mistake }) => mistake);
}

/** The formulas of a LaTeX fragment, between $ and $ or \[ and \]. */
function mathsIn(tex: string): string[] {
  return [...tex.matchAll(/\\\[([^]*?)\\\]|(?<!\\)\$([^$]*)\$/g)].map(
    ([, display, inline]) => display ?? inline ?? "",
  );
}

function typeset(tex: string): void {
  katex.renderToString(tex, { strict: "error", throwOnError: true, trust: false });
}
