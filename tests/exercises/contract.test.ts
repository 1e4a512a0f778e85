import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import {
  type Asked,
  type Exercise,
  type Key,
  type Problem,
  EXERCISES,
  LEVELS,
  difficulty,
  generate,
  isOwnQuestion,
  isSpotted,
  questionToJson,
  variantOf,
} from "@/lib/exercises";
import { checkProblem } from "@/lib/exercises/check";
import { explain } from "@/lib/mistakes";
import type { Conventions } from "@/lib/question";
import { RULES } from "@/lib/derivation";
import { ORACLES } from "./oracles";
import type { Json } from "./oracles/question";
import { typesetStrictly } from "../typeset";
import { median, numbersIn, samplesOf, variantsAt } from "./sampled";

const GARBAGE = ["banana", "", "1 +", "[[1, 2], [3]]", null, {}, "constructor"];

const OTHER_CONVENTIONS: readonly Partial<Conventions>[] = [
  { rounding: "ceil" },
  { rounding: "exact" },
  { operation: "convolution" },
  { layout: "nhwc" },
  { macs: "with_bias" },
  { padding: "onnx_lower" },
];

const FEW = 1 / 25;

/** The first level has the smallest numbers, so the fewest problems. */
const RUNS = [
  [1, 1000],
  [2, 200],
  [3, 100],
] as const;

const rows = EXERCISES.map((exercise): [string, Exercise] => [exercise.id, exercise]);

describe.each(rows)("%s", (id, exercise) => {
  it("gives the same bytes for the same seed", () => {
    for (const level of LEVELS) {
      const once = samplesOf(exercise).find(({ problem }) => problem.level === level)?.problem;
      const again = generate({ id, seed: "law 0", level });
      expect(JSON.stringify(again)).toBe(JSON.stringify(once));
    }
  });

  it("is plain JSON", () => {
    const changed = samplesOf(exercise)
      .map(({ problem }) => ({ problem, written: JSON.parse(JSON.stringify(problem)) as unknown }))
      .filter(({ problem, written }) => !isDeepStrictEqual(written, problem));
    for (const { problem, written } of changed) expect(written).toStrictEqual(problem);
    expect(changed).toHaveLength(0);
  });

  it("speaks LaTeX that KaTeX takes in strict mode", () => {
    for (const { problem } of samplesOf(exercise)) {
      const { statement, steps } = problem;
      for (const tex of mathsIn(statement.tex)) typesetStrictly(tex);
      for (const { tex } of steps) typesetStrictly(tex);
      expect(statement.tex).not.toMatch(/[^ -~\n–—‘’“”°→ÉéγβΣ]/u);
      expect(steps.length).toBeGreaterThan(0);
    }
  });

  it("takes its own key for correct, typed as JSON, and garbage for unreadable", () => {
    for (const { variant, problem } of samplesOf(exercise)) {
      expect(checkProblem(variant, problem.answer)).toMatchObject({
        verdict: "correct",
        score: 1,
      });
      const read = GARBAGE.filter((one) => checkProblem(variant, one).verdict !== "invalid");
      expect(read).toEqual([]);
    }
  });

  it("agrees with an oracle that shares no code with it", () => {
    const oracle = ORACLES[id];
    expect(oracle).toBeDefined();
    for (const { problem } of samplesOf(exercise)) {
      const answer = numbersIn(problem.answer);
      const question = JSON.parse(JSON.stringify(problem.question)) as Json;
      const right = oracle?.(question, answer);
      if (typeof right === "boolean") expect([question, right]).toEqual([question, true]);
      else expectClose(answer, right ?? [], question);
    }
  });

  it("lists mistakes whose answers differ from the key and from each other", () => {
    for (const { problem } of samplesOf(exercise)) {
      const key = problem.answer;
      const spotted = typeof key === "object" && "mistake" in key ? key.mistake : "";
      const others = exercise.mistakes.filter((mistake) => mistake !== spotted);
      const listed = problem.predictions.slice(0, others.length);
      expect(listed.map(({ mistake }) => mistake)).toEqual(others);
      const answers = [problem, ...problem.predictions].map(({ answer }) => JSON.stringify(answer));
      expect(new Set(answers).size).toBe(answers.length);
    }
  });

  it("gives mistakes that the checker finds in the answers they predict", () => {
    for (const { variant } of samplesOf(exercise)) {
      const { question, ask, predictions } = variant;
      if (exercise.slips || question.op === "spot") continue;
      for (const { mistake, answer } of predictions.slice(0, exercise.mistakes.length)) {
        expect(namedIn({ question, ask }, answer)).toContain(mistake);
      }
    }
  });

  it("gets harder from level to level, by the stated measure", () => {
    const medians = LEVELS.map((level) => median(variantsAt(id, level, 31).map(difficulty)));
    expect(medians).toEqual(medians.toSorted((a, b) => a - b));
    expect(new Set(medians).size).toBe(LEVELS.length);
  });

  it("seldom repeats a problem in a run of a thousand", () => {
    for (const [level, count] of RUNS) {
      const problems = variantsAt(id, level, count).map(({ question, ask }) =>
        JSON.stringify([questionToJson(question), ask]),
      );
      const repeated = count - new Set(problems).size;
      expect(repeated).toBeLessThanOrEqual(FEW * count);
    }
  });

  it("asks something worth asking: no key of 0 or of one number all over", () => {
    expect(samplesOf(exercise).filter(({ problem }) => isDull(problem))).toEqual([]);
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

function isDull({ answer, ask }: Problem): boolean {
  const numbers = numbersIn(answer);
  const isTensor = ask === "y" || ask === "indices" || ask.startsWith("grads.");
  if (numbers.length === 1) return numbers[0] === 0;
  return isTensor && new Set(numbers).size === 1;
}

function expectClose(answer: readonly number[], right: readonly number[], question: Json): void {
  const far = right.filter((value, index) => {
    const given = answer[index] ?? Number.NaN;
    return !(Math.abs(given - value) <= 1e-10 * Math.max(1, Math.abs(value)));
  });
  expect({ question, far, cells: answer.length }).toEqual({
    question,
    far: [],
    cells: right.length,
  });
}

function namedIn({ question, ask }: Asked, answer: Key): readonly string[] {
  if (isSpotted(answer)) return [];
  if (isOwnQuestion(question) || ask === "find" || ask === "mistake") {
    return checkProblem({ question, ask }, answer).diagnosis.map(({ mistake }) => mistake);
  }
  return explain(question, ask, answer).map(({ mistake }) => mistake);
}

/** The formulas of a LaTeX fragment, between $ and $ or \[ and \]. */
function mathsIn(tex: string): string[] {
  return [...tex.matchAll(/\\\[([^]*?)\\\]|(?<!\\)\$([^$]*)\$/g)].map(
    ([, display, inline]) => display ?? inline ?? "",
  );
}
