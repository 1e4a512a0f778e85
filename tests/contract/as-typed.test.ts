import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { linesOf, run, PATIENCE } from "./command";

const verdictOf = z.object({ verdict: z.string() });

/** Card 82: 760 parameters, an output of 10×32×32. */
const CONV = {
  op: "conv2d",
  params: { padding: 2 },
  inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
};

/** 2 352 values, 9 408 bytes. */
const IMAGE = { op: "relu", inputs: { x: { shape: [3, 28, 28] } } };

const ONE_CELL = { op: "global_avg_pool2d", inputs: { x: [[1, 2, 6]] } };

const ROWS: readonly (readonly [
  verdict: string,
  question: object,
  ask: string,
  answers: unknown[],
])[] = [
  [
    "correct",
    CONV,
    "params",
    [
      "760",
      "= 760",
      "760 parameters",
      "760 trainable params",
      "Answer: **760**.",
      "~760",
      "７６０",
      "٧٦٠",
      "\\(760\\)",
      "$760$",
      "`760`",
      "#params = 760",
      "int(760.9)",
      "(3·5·5+1)·10",
      "(3x5x5+1)x10 = 760",
      "0.76k",
      760,
      [760],
    ],
  ],
  ["incorrect", CONV, "params", ["750", "0", "75·10", 750]],
  ["invalid", CONV, "params", ["", "760!", "760 kB", "constructor", "1/0", "=", null, true]],
  [
    "correct",
    CONV,
    "shapes.y",
    [
      "10x32x32",
      "32 × 32 × 10",
      "(None, 32, 32, 10)",
      "N×10×32×32",
      "(1, 10, 32, 32)",
      "$10 \\times 32 \\times 32$",
      "y = (10, 32, 32)",
      "shape: 10x32x32",
      "10 х 32 х 32",
      "C×H×W = 10×32×32",
      "np.array([10, 32, 32])",
      "10 by 32 by 32",
      "10-by-32-by-32",
    ],
  ],
  ["incorrect", CONV, "shapes.y", ["10x28x28", "32x10x32", "10x32", "(None, 10, 28, 28)"]],
  ["invalid", CONV, "shapes.y", ["10x", "x10", "10xx32", "abc"]],
  [
    "correct",
    IMAGE,
    "memory.x",
    ["9408", "9.4 kB", "9.2 KiB.", "75264 bits", "9408 B = 9.408 kB", "9408 B ≈ 9.4 kB", "~9.4 kB"],
  ],
  ["incorrect", IMAGE, "memory.x", ["2352", "9.2 kB", "9 kB"]],
  ["invalid", IMAGE, "memory.x", ["9.4 kb", "9408 B = 9.2 kB", "kB"]],
  ["correct", ONE_CELL, "y", ["3", 3, [3], [[3]], "3.", "≈ 3", "9/3", "2 + 1"]],
  ["incorrect", ONE_CELL, "y", ["2", 2, [[2]], [3, 3]]],
];

const cases = ROWS.flatMap(([verdict, question, ask, answers]) =>
  answers.map((answer) => ({ verdict, question, ask, answer })),
);
let lines: readonly string[] = [];

beforeAll(async () => {
  const answers = cases.map(({ question, ask, answer }) =>
    JSON.stringify({ question, ask, answer }),
  );
  lines = linesOf((await run(["check", "--jsonl"], answers.join("\n"))).stdout);
}, PATIENCE);

describe("check reads an answer as it is typed", () => {
  it.each(cases.map((one, index) => ({ ...one, index })))(
    "$ask: $answer is $verdict",
    ({ index, verdict }) => {
      expect(verdictOf.parse(JSON.parse(lines[index] ?? "")).verdict).toBe(verdict);
    },
  );
});
