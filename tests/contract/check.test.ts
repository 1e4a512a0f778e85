import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { linesOf, PATIENCE, refusalIn, run, runOnce, start } from "./command";

const cells = z.array(z.number());
const checked = z.strictObject({
  verdict: z.enum(["correct", "incorrect", "invalid"]),
  score: z.number().min(0).max(1),
  cells: z.array(z.strictObject({ at: cells, verdict: z.enum(["incorrect", "blank", "invalid"]) })),
  diagnosis: z.array(
    z.strictObject({ mistake: z.string(), cells: z.array(cells), text: z.string().min(10) }),
  ),
  convention: z.string().optional(),
  code: z.string().optional(),
  position: z.number().optional(),
  message: z.string().optional(),
});

const CARD_76 = {
  op: "conv2d",
  inputs: {
    x: [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ],
    w: [
      [1, 0],
      [0, -1],
    ],
  },
};
const CARD_82 = {
  op: "conv2d",
  params: { padding: 2 },
  inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
};
const TWO_LAYERS = {
  op: "network",
  layers: [
    { name: "Conv2d", out: 8, kernel: 3, stride: 2 },
    { name: "Conv2d", out: 8, kernel: 3 },
  ],
  inputs: { x: { shape: [1, 3, 32, 32] } },
};

const RIGHT = line(CARD_76, "y", "-4 -4\n-4 -4");
const WRONG = line(CARD_76, "y", [
  [-5, -6],
  [-12, -9],
]);
const UNREADABLE = line(CARD_82, "params", "about 760");
const NO_SUCH_ASK = line(CARD_82, "weights", 760);

const folder = mkdtempSync(join(tmpdir(), "kernelwise-"));
const file = join(folder, "answer.json");
writeFileSync(file, RIGHT);
afterAll(() => rmSync(folder, { recursive: true }));

describe("check's exit code says whether every answer was right", () => {
  it.each([
    ["a right answer", ["check"], RIGHT, 0],
    ["a right answer from a file", ["check", file], "", 0],
    ["a wrong answer", ["check"], WRONG, 1],
    ["one that cannot be read", ["check"], UNREADABLE, 1],
    ["an ask that the question does not have", ["check"], NO_SUCH_ASK, 1],
    ["no question", ["check"], '{"ask": "y", "answer": 1}', 1],
    ["no ask", ["check"], '{"question": {"op": "relu", "inputs": {"x": [1]}}, "answer": 1}', 1],
    ["right lines", ["check", "--jsonl"], `${RIGHT}\n${RIGHT}\n`, 0],
    ["one wrong line", ["check", "--jsonl"], `${RIGHT}\n${WRONG}\n${RIGHT}`, 1],
    ["one line that is not JSON", ["check", "--jsonl"], `${RIGHT}\n{\n`, 1],
    ["no lines", ["check", "--jsonl"], "", 0],
    ["text that is not JSON", ["check"], "-4 -4", 2],
    ["nothing on stdin", ["check"], "", 2],
    ["a file that is not there", ["check", join(folder, "none.json")], "", 2],
    ["an unknown flag", ["check", "--steps"], RIGHT, 2],
  ] as const)("%s", async (_, args, stdin, code) => {
    expect((await runOnce(args, stdin)).code).toBe(code);
  });
});

describe("check prints the verdict as the contract has it", () => {
  it("of a right answer", async () => {
    const { stdout, stderr } = await runOnce(["check"], RIGHT);
    expect(JSON.parse(stdout)).toEqual({ verdict: "correct", score: 1, cells: [], diagnosis: [] });
    expect(stderr).toBe("");
  });

  it("of the deck's answer to card 76, with the two slips that give it", async () => {
    const { stdout } = await runOnce(["check"], WRONG);
    const { verdict, score, cells: wrong, diagnosis } = checked.parse(JSON.parse(stdout));
    expect([verdict, score]).toEqual(["incorrect", 0]);
    expect(wrong.map(({ at }) => at)).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(diagnosis.map(({ mistake, cells: explained }) => [mistake, explained])).toEqual([
      [
        "TERM_DROPPED",
        [
          [0, 0],
          [0, 1],
          [1, 1],
        ],
      ],
      ["SIGN_SLIP", [[1, 0]]],
    ]);
  });

  it("of an answer that cannot be read, with the place where reading stopped", async () => {
    const { stdout } = await runOnce(["check"], UNREADABLE);
    expect(checked.parse(JSON.parse(stdout))).toMatchObject({
      verdict: "invalid",
      score: 0,
      position: 0,
      message: expect.stringMatching(/“about 760”/) as string,
    });
  });
});

const VERDICTS: readonly (readonly [
  question: object,
  ask: string,
  answer: string | number,
  verdict: string,
  convention?: string,
])[] = [
  [CARD_82, "params", "(3*5*5+1)*10", "correct"],
  [CARD_82, "shapes.y", "32 × 32 × 10", "correct"],
  [
    { ...CARD_82, conventions: { layout: "nchw" } },
    "shapes.y",
    "32 × 32 × 10",
    "incorrect",
    "layout: nhwc",
  ],
  [CARD_82, "memory.x", "12 KiB", "correct"],
  [CARD_82, "memory.x", "12 kB", "correct"],
  [CARD_82, "memory.x", "12.0 kB", "incorrect", "units: iec"],
  [CARD_82, "memory.y.values", "10 240", "correct"],
  [CARD_76, "y", "4 4; 4 4", "incorrect", "operation: convolution"],
  [CARD_76, "grads.w", "[[12, 16], [24, 28]]", "correct"],
  [TWO_LAYERS, "receptive_field", 7, "correct"],
  [TWO_LAYERS, "memory.x", "12288 B", "correct"],
];

describe("check reads an answer in the forms that people write, and under other conventions", () => {
  let answers: readonly string[] = [];
  beforeAll(async () => {
    const asked = VERDICTS.map(([question, ask, answer]) => line(question, ask, answer));
    answers = linesOf((await run(["check", "--jsonl"], asked.join("\n"))).stdout);
  }, PATIENCE);

  const rows = VERDICTS.map(([, ask, answer, verdict, convention], index) => ({
    ask,
    answer,
    verdict,
    convention,
    index,
  }));
  it.each(rows)("$index: $answer for $ask is $verdict", ({ verdict, convention, index }) => {
    const check = checked.parse(JSON.parse(answers[index] ?? ""));
    expect(check.verdict).toBe(verdict);
    expect(check.convention ?? "").toMatch(convention ?? /^$/);
  });
});

describe("check --jsonl", () => {
  it("answers each line on one line, in order, and a bad line by an error in its place", async () => {
    const lines = [RIGHT, "{", NO_SUCH_ASK, UNREADABLE, WRONG];
    const { stdout } = await run(["check", "--jsonl"], lines.join("\n"));
    const answers = linesOf(stdout);
    expect(answers).toHaveLength(5);
    expect(refusalIn(answers[1] ?? "").message).toMatch(/not JSON/);
    expect(refusalIn(answers[2] ?? "").message).toMatch(/ask is "weights".*params/);
    const verdicts = [0, 3, 4].map((at) => checked.parse(JSON.parse(answers[at] ?? "")).verdict);
    expect(verdicts).toEqual(["correct", "invalid", "incorrect"]);
  });

  const LINES = 3000;
  const HEAP_IN_MB = 48;

  it(`checks ${LINES} lines in a heap of ${HEAP_IN_MB} MB, which could not hold them`, async () => {
    const long = `${line(CARD_76, "y", `-4 -4\n-4 ${" ".repeat(19_900)}4`)}\n`;
    const child = start(["check", "--jsonl"], [`--max-old-space-size=${HEAP_IN_MB}`]);
    let answers = 0;
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (text: string) => {
      answers += text.split("\n").length - 1;
    });
    const closed = once(child, "close");
    await pipeline(Readable.from(repeated(long, LINES)), child.stdin);
    expect(await closed).toEqual([1, null]);
    expect(answers).toBe(LINES);
    expect(long.length * LINES).toBeGreaterThan(HEAP_IN_MB * 2 ** 20);
  });
});

function line(question: unknown, ask: string, answer: unknown): string {
  return JSON.stringify({ question, ask, answer });
}

function* repeated(text: string, times: number): Generator<string> {
  for (let done = 0; done < times; done++) yield text;
}
