import { describe, expect, it } from "vitest";
import { proofOf } from "@/lib/question/proof";
import { type Question, OPS, questionFrom, solve } from "@/lib/question";
import { parseQuestion } from "@/lib/question/schema";
import { asQuestion } from "@/tests/contract/questions";
import { type TorchCase, torchCases } from "@/tests/fixtures/load";

// Of rank 2 and without gamma or beta, x would be read as one plane.
const small = torchCases().filter(
  ({ op, inputs }) =>
    inputs.x.data.length <= 200 &&
    !(op === "batch_norm_train" && inputs.x.shape.length === 2 && !inputs.gamma),
);

function exceptionsOf(question: Question) {
  return proofOf(question, "grads.x")?.quotients?.map(({ exception }) => exception);
}

function questionOf(one: TorchCase): Question {
  return parseQuestion(JSON.parse(JSON.stringify(asQuestion(one))));
}

describe("the second algorithm and PyTorch agree on every tensor of a question", () => {
  it("for every operation", () => expect(new Set(small.map(({ op }) => op))).toEqual(new Set(OPS)));

  it.each(small.map((one) => [one.id, one] as const))("%s", (_, one) => {
    const question = questionOf(one);
    const wanted = { y: one.y, ...(one.indices ? { indices: one.indices } : {}) };
    for (const [ask, tensor] of Object.entries(wanted)) {
      expectClose(proofOf(question, ask)?.twin.data, tensor.data, 1e-9);
    }
    for (const [name, tensor] of Object.entries(one.grads)) {
      if (!tensor) continue;
      const proof = proofOf(question, `grads.${name}`);
      expectClose(proof?.twin.data, tensor.data, 1e-9);
      const scale = Math.max(1, ...[...tensor.data].map(Math.abs));
      expect(proof?.quotientDistance).toBeLessThan(1e-4 * scale);
      // A proof that excuses most cells proves nothing.
      const excused = proof?.quotients?.filter(({ exception }) => exception) ?? [];
      if (!/relu|max/.test(one.op)) expect(excused).toEqual([]);
    }
  });
});

describe("a kink is marked", () => {
  it("ReLU at 0 has slope 0 on one side and 1 on the other", () => {
    const question = questionFrom({ op: "relu", inputs: { x: [[-1, 0, 2]] } });
    const proof = proofOf(question, "grads.x");
    expect(proof?.quotients?.map(({ value }) => value)).toEqual([0, 0.5, 1]);
    expect(proof?.quotients?.[1]?.sides).toEqual([0, 1]);
    expect(exceptionsOf(question)).toEqual([undefined, "kink", undefined]);
    expect(proof?.quotientDistance).toBe(0);
  });

  it("both cells of a tie for the maximum", () => {
    const x = [
      [3, 1],
      [0, 3],
    ];
    const question = questionFrom({ op: "max_pool2d", params: { kernel: 2 }, inputs: { x } });
    expect(exceptionsOf(question)).toEqual(["kink", undefined, undefined, "kink"]);
  });

  it("a curve is no kink, however bent", () => {
    const x = [[0, 0.001, 0.002, 0.003]];
    const question = questionFrom({ op: "batch_norm_train", inputs: { x }, dy: [[1, -2, 3, 5]] });
    expect(exceptionsOf(question)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("a value that unpooling overwrites", () => {
    const inputs = { x: [[5, 7]], indices: [[2, 2]] };
    const question = questionFrom({ op: "max_unpool2d", params: { output_size: 2 }, inputs });
    expect(exceptionsOf(question)).toEqual(["overwritten", undefined]);
    expect(solve(question).grads?.x?.data).toEqual(Float64Array.of(1, 1));
  });
});

it("true convolution with channels last is proved in the question's own layout", () => {
  const [x, w] = [
    { shape: [3, 3, 2], data: Array.from({ length: 18 }, (_, at) => (at * 7) % 5) },
    { shape: [1, 2, 2, 2], data: [1, 2, 3, 4, 5, 6, 7, 8] },
  ];
  const conventions = { layout: "nhwc", operation: "convolution" } as const;
  const question = questionFrom({ op: "conv2d", inputs: { x, w }, conventions });
  for (const ask of ["y", "grads.x", "grads.w"]) {
    const proof = proofOf(question, ask);
    expect(proof?.twinDistance).toBe(0);
    expect(proof?.quotientDistance ?? 0).toBeLessThan(1e-6);
  }
});

it("there is nothing to prove of a count, and a proof that takes too long is refused", () => {
  const question = questionFrom({ op: "relu", inputs: { x: [[1]] } });
  expect(proofOf(question, "params")).toBeUndefined();
  const large = questionFrom({
    op: "max_pool2d",
    params: { kernel: 2 },
    inputs: { x: { shape: [200, 200], data: new Float64Array(40_000) } },
  });
  expect(() => proofOf(large, "grads.x")).toThrow(/more than the 20000000/);
});

function expectClose(actual: ArrayLike<number> | undefined, wanted: ArrayLike<number>, to: number) {
  expect(actual?.length).toBe(wanted.length);
  const scale = Math.max(1, ...Array.from(wanted, Math.abs));
  for (let at = 0; at < wanted.length; at++) {
    expect(Math.abs((actual?.[at] ?? Number.NaN) - (wanted[at] ?? 0))).toBeLessThan(to * scale);
  }
}
