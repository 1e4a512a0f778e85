import { describe, expect, it } from "vitest";
import { EXERCISES, LEVELS, generate, variantOf } from "@/lib/exercises";
import { checkProblem } from "@/lib/exercises/check";
import { MISTAKES } from "@/lib/mistakes";

describe("a slip that only an exercise knows is named from the answer that it gives", () => {
  it.each([
    ["dropped-row-gradient", "WINDOW_SHIFTED"],
    ["flatten-size", "POOLING_SKIPPED"],
    ["flatten-size", "CHANNELS_FORGOTTEN"],
    ["chain-gradient", "MASK_FROM_GRADIENT"],
  ])("%s: %s", (id, mistake) => {
    for (const level of LEVELS) {
      const problem = generate({ id, seed: "own", level });
      const slip = problem.predictions.find((one) => one.mistake === mistake);
      const check = checkProblem(variantOf(problem), slip?.answer ?? null);
      expect(check.verdict).toBe("incorrect");
      expect(check.diagnosis.map((found) => found.mistake)).toContain(mistake);
    }
  });

  it("puts a gradient where no window reads, which has none", () => {
    const { question, answer, predictions } = generate({
      id: "dropped-row-gradient",
      seed: "own",
      level: 2,
    });
    expect(question).toMatchObject({ params: { stride: 2 } });
    expect(lastRow(answer)).toEqual([0, 0, 0, 0, 0]);
    const slip = predictions.find(({ mistake }) => mistake === "WINDOW_SHIFTED");
    expect(lastRow(slip?.answer)).not.toEqual([0, 0, 0, 0, 0]);
  });
});

// These belong to layers that no exercise is about yet.
const ELSEWHERE = ["GRAM_TRANSPOSED", "UNBIASED_VARIANCE", "EPS_FORGOTTEN"];

it("every mistake with a name is told apart by some type", () => {
  const listed = new Set<string>(EXERCISES.flatMap(({ mistakes }) => mistakes));
  const named: string[] = Object.values(MISTAKES).flat();
  expect(named.filter((id) => !listed.has(id) && !ELSEWHERE.includes(id))).toEqual([]);
});

function lastRow(answer: unknown): readonly number[] {
  if (typeof answer !== "object" || answer === null || !("data" in answer)) return [];
  return (answer.data as readonly number[]).slice(-5).map(Number);
}
