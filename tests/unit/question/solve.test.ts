import { describe, expect, it } from "vitest";
import { type QuestionDraft, counts, forward, questionFrom, solve } from "@/lib/question";
import { MAX_MACS, tensor, toNested } from "@/lib/tensor";

describe("a question of shapes alone", () => {
  it("has shapes and counts, and no values", () => {
    const solution = solve(
      questionFrom({ op: "linear", inputs: { x: { shape: [8, 4] }, w: { shape: [3, 4] } } }),
    );
    expect(solution).toEqual({
      shapes: { y: [8, 3], x: [8, 4], w: [3, 4], "grads.x": [8, 4], "grads.w": [3, 4] },
      params: 12,
      macs: 96,
      flops: 192,
      memory: {
        x: { values: 32, bytes: 128 },
        w: { values: 12, bytes: 48 },
        y: { values: 24, bytes: 96 },
      },
    });
  });

  it("may be larger than memory", () =>
    expect(counts(conv([1024, 3, 1024, 1024], [64, 3, 3, 3])).macs).toBe(
      1024 * 1022 * 1022 * 64 * 27,
    ));

  it.each([
    ["x has values and w has none", { inputs: { x: [[1, 2]], w: { shape: [1, 1] } } }],
    ["dy has none", { inputs: { x: [[1, 2]], w: [[3]] }, dy: { shape: [1, 2] } }],
  ] as const)("is also one in which %s", (_, draft) => {
    const solution = solve(questionFrom({ op: "conv2d", ...draft }));
    expect(solution.y).toBeUndefined();
    expect(solution.shapes.y).toEqual([1, 2]);
  });
});

describe("memory", () => {
  it.each([
    ["float64", 8],
    ["float32", 4],
    ["float16", 2],
    ["bfloat16", 2],
    ["int32", 4],
    ["int8", 1],
    ["uint8", 1],
  ] as const)("a %s takes %d bytes", (dtype, bytes) => {
    const question = questionFrom({ op: "relu", inputs: { x: { shape: [3, 28, 28] } }, dtype });
    expect(counts(question).memory.x).toEqual({ values: 2352, bytes: 2352 * bytes });
  });
});

describe("work beyond the bound", () => {
  it("is refused with its count before it is begun", () => {
    const side = 2048;
    const question = questionFrom({
      op: "conv2d",
      params: { padding: "same" },
      inputs: {
        x: { shape: [side, side], data: ones(side * side) },
        w: { shape: [129, 129], data: ones(129 * 129) },
      },
    });
    expect(side * side * 129 * 129).toBeGreaterThan(MAX_MACS);
    expect(() => forward(question)).toThrow(/69797412864/);
  });
});

describe("dy", () => {
  const given = [
    [1, 0],
    [0, -1],
  ];

  it("is 1 everywhere where it is left out", () =>
    expect(dx(scaled())).toEqual([
      [10, 10],
      [10, 10],
    ]));

  it("scales the gradients cell by cell", () =>
    expect(dx(scaled(given))).toEqual([
      [10, 0],
      [0, -10],
    ]));

  it("may have leading axes of size 1 more, or fewer, than y", () =>
    expect(dx(scaled([[given]]))).toEqual(dx(scaled(given))));

  it("of a loss is one number", () => {
    const loss: QuestionDraft = { op: "mse_loss", inputs: { x: [3, 5], target: [1, 1] }, dy: 10 };
    // (2/2)·(3 − 1)·10 and (2/2)·(5 − 1)·10
    expect(solve(questionFrom(loss)).grads?.x).toEqual(tensor([2], [20, 40]));
  });
});

describe("max_unpool2d", () => {
  it.each([
    ["the kernel: (2 − 1)·2 + 2 wide", { kernel: 2 }, [2, 4]],
    ["kernel and stride: (2 − 1)·3 + 2 wide", { kernel: 2, stride: 3 }, [2, 5]],
    ["padding takes from both sides", { kernel: 3, stride: 2, padding: 1 }, [1, 3]],
    ["a size that is given", { output_size: [3, 5] }, [3, 5]],
  ] as const)("has its size from %s", (_, params, size) => {
    const inputs = { x: { shape: [1, 2] }, indices: { shape: [1, 2] } };
    expect(counts({ ...unpooled(params), inputs }).shapes.y).toEqual(size);
  });

  it("puts every value where its maximum was", () => {
    const { y, grads } = solve(unpooled({ kernel: 2 }));
    expect(y && toNested(y)).toEqual([
      [5, 0, 0, 6],
      [0, 0, 0, 0],
    ]);
    expect(Object.keys(grads ?? {})).toEqual(["x"]);
  });
});

describe("batch_norm_train of rank 2", () => {
  const x = [
    [1, 10],
    [3, 30],
  ];
  const eps = { eps: 0 };
  const yOf = (inputs: QuestionDraft["inputs"]) => {
    const { y } = solve(questionFrom({ op: "batch_norm_train", params: eps, inputs }));
    return y && toNested(y);
  };

  it("is rows of features where gamma has a value for each column", () =>
    expect(yOf({ x, gamma: [1, 2] })).toEqual([
      [-1, -2],
      [1, 2],
    ]));

  it("is one plane otherwise, with one mean: (1 + 3 + 10 + 30)/4 = 11", () => {
    const deviation = Math.sqrt((10 ** 2 + 8 ** 2 + 1 + 19 ** 2) / 4);
    const row = yOf({ x, gamma: [1] });
    expect(row).toEqual([
      [expect.closeTo(-10 / deviation, 12), expect.closeTo(-1 / deviation, 12)],
      [expect.closeTo(-8 / deviation, 12), expect.closeTo(19 / deviation, 12)],
    ]);
  });
});

function conv(x: readonly number[], w: readonly number[]) {
  return questionFrom({ op: "conv2d", inputs: { x: { shape: x }, w: { shape: w } } });
}

function ones(length: number) {
  return new Float64Array(length).fill(1);
}

/** Every value of a 2×2 plane times 10. */
function scaled(dy?: QuestionDraft["dy"]): QuestionDraft {
  const x = [
    [1, 2],
    [3, 4],
  ];
  return { op: "conv2d", inputs: { x, w: [[10]] }, ...(dy === undefined ? {} : { dy }) };
}

function dx(draft: QuestionDraft) {
  const gradient = solve(questionFrom(draft)).grads?.x;
  return gradient && toNested(gradient);
}

function unpooled(params: NonNullable<QuestionDraft["params"]>) {
  return questionFrom({ op: "max_unpool2d", params, inputs: { x: [[5, 6]], indices: [[0, 3]] } });
}
