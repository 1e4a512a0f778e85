import { describe, expect, it } from "vitest";
import * as z from "zod";
import { linesOf, run } from "./command";

const listed = z.array(
  z.object({
    id: z.string(),
    version: z.number(),
    topic: z.string(),
    levels: z.array(z.number()),
    mistakes: z.array(z.string()),
  }),
);

const problem = z.object({
  id: z.string(),
  version: z.number(),
  seed: z.string(),
  level: z.number(),
  conventions: z.record(z.string(), z.string()),
  statement: z.object({ text: z.string(), tex: z.string() }),
  question: z.object({ op: z.string() }).loose(),
  ask: z.string(),
  answer: z.unknown(),
  steps: z.array(z.object({ rule: z.string(), tex: z.string(), text: z.string() })),
  predictions: z.array(z.object({ mistake: z.string(), answer: z.unknown() })),
});

function problemsIn(stdout: string) {
  return linesOf(stdout).map((line) => problem.parse(JSON.parse(line)));
}

const GENERATE = ["generate", "conv-forward", "--seed", "S", "--level", "2"];

describe("exercises", () => {
  it("lists every type as JSON", async () => {
    const { stdout, code } = await run(["exercises", "--json"]);
    const types = listed.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    expect(types.length).toBeGreaterThanOrEqual(30);
    for (const { levels } of types) expect(levels).toEqual([1, 2, 3, 4, 5]);
  });

  it("is a table to read without --json", async () => {
    const { stdout } = await run(["exercises"]);
    expect(stdout).toMatch(/^Sizes and shapes\n {2}output-size +The size of/);
  });
});

describe("generate", () => {
  it("prints problems, each with its own seed, which makes it alone", async () => {
    const { stdout, stderr } = await run([...GENERATE, "--count", "3", "--json"]);
    const all = problemsIn(stdout);
    expect(stderr).toBe("");
    expect(all.map(({ seed }) => seed)).toEqual(["S", "S.1", "S.2"]);
    const alone = await run([
      "generate",
      "conv-forward",
      "--seed",
      "S.2",
      "--level",
      "2",
      "--json",
    ]);
    expect(problemsIn(alone.stdout)).toEqual(all.slice(2));
  });

  it("takes conventions as pairs or as JSON", async () => {
    const pairs = await run([...GENERATE, "--conventions", "operation=convolution", "--json"]);
    const json = await run([...GENERATE, "--conventions", '{"operation":"convolution"}', "--json"]);
    expect(json.stdout).toBe(pairs.stdout);
    expect(problemsIn(json.stdout)[0]?.conventions.operation).toBe("convolution");
  });

  it.each([["conv-forward", "output-shape", "find-padding", "spot-the-error", "memory"]])(
    "gives problems of %s, %s, %s, %s and %s that check takes with their own answers",
    async (...ids) => {
      const made = await Promise.all(
        ids.map((id) => run(["generate", id, "--level", "2", "--json"])),
      );
      const problems = made.flatMap(({ stdout }) => problemsIn(stdout));
      const lines = problems.map(({ question, ask, answer }) =>
        JSON.stringify({ question, ask, answer }),
      );
      const { code, stdout } = await run(["check", "--jsonl"], lines.join("\n"));
      const right = { verdict: "correct", score: 1, cells: [], diagnosis: [] };
      expect(linesOf(stdout).map((text): unknown => JSON.parse(text))).toEqual(
        ids.map(() => right),
      );
      expect(code).toBe(0);
    },
  );

  it("says on stderr how many problems repeat", async () => {
    const { stdout, stderr } = await run(["generate", "output-size", "--count", "300", "--json"]);
    const questions = problemsIn(stdout).map(({ question }) => JSON.stringify(question));
    const repeated = questions.length - new Set(questions).size;
    expect(repeated).toBeGreaterThan(0);
    expect(stderr).toMatch(new RegExp(`^${repeated} of 300 problems repeat`));
  });

  it.each([
    ["an unknown type", ["generate", "conv-forwrd"], /Did you mean "conv-forward"/],
    ["no type", ["generate"], /missing required argument/],
    ["an old version", [...GENERATE, "--version", "99"], /version 99 is not known here yet/],
    ["a level beyond the last", ["generate", "conv-forward", "--level", "6"], /it can be 1, 2, 3/],
    [
      "a level that is no number",
      ["generate", "conv-forward", "--level", "hard"],
      /--level is "hard"/,
    ],
    ["a count that is no number", [...GENERATE, "--count", "-3"], /--count/],
    ["an unknown convention", [...GENERATE, "--conventions", "roundng=ceil"], /rounding/],
    ["an empty seed", ["generate", "conv-forward", "--seed", ""], /seed has 0 characters/],
  ])("refuses %s with exit code 2", async (_, args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
  });
});
