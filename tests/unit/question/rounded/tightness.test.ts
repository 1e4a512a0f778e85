import { describe, expect, it } from "vitest";
import { type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { type Ranges, type Rounded, rangeAround, solveRounded } from "@/lib/question/rounded";
import { type Tensor, KernelError, tensor } from "@/lib/tensor";

const DRAFTS: readonly (readonly [string, QuestionDraft])[] = [
  [
    "conv2d of numbers that keep their signs",
    {
      op: "conv2d",
      inputs: { x: [[1.23, -0.52, 2.5]], w: [[0.71, -1.4]], b: [0.33] },
      dy: [[0.8, -2.1]],
    },
  ],
  [
    "conv2d with a 0 among the numbers",
    { op: "conv2d", inputs: { x: [[0, -0.52, 2.5]], w: [[0.71, 0]] }, dy: [[0, -2.1]] },
  ],
  [
    "conv_transpose2d",
    { op: "conv_transpose2d", inputs: { x: [[1.2, -2]], w: [[0.5, 0]] }, dy: [[1, 0.25, -1.5]] },
  ],
  [
    "linear",
    {
      op: "linear",
      inputs: {
        x: [[1.5, -0.25]],
        w: [
          [0.5, 2],
          [-1, 0],
        ],
        b: [0.1, -0.2],
      },
      dy: [[1, -1]],
    },
  ],
  ["relu across 0", { op: "relu", inputs: { x: [[0, 0.3, -0.2]] }, dy: [[1.5, -2, 3]] }],
  ["softmax forward", { op: "softmax", inputs: { x: [[0.5, -1.25, 2]] } }],
  ["cross_entropy", { op: "cross_entropy", inputs: { x: [[0.5, -1.25, 2]], target: [1] }, dy: 2 }],
  ["mse_loss", { op: "mse_loss", inputs: { x: [[0.5, 1]], target: [[0.25, 1]] }, dy: 1.5 }],
  [
    "avg_pool2d",
    { op: "avg_pool2d", params: { kernel: [1, 2], stride: 1 }, inputs: { x: [[0.5, -1.25, 2]] } },
  ],
  [
    "max_pool2d with a near tie",
    {
      op: "max_pool2d",
      params: { kernel: [1, 2], stride: 1 },
      inputs: { x: [[0.5, 0.54, 2]] },
      dy: [[1, -2]],
    },
  ],
  [
    "gram",
    {
      op: "gram",
      inputs: { x: [[[1.5, -2]], [[0.5, 0]]] },
      dy: [
        [1, -0.5],
        [2, 0.75],
      ],
    },
  ],
];

const RADIUS = 0.05;

describe("the bounds are the closest there are", () => {
  it.each(DRAFTS)("%s: each end is reached at a corner", (name, draft) => {
    const question = questionFrom(draft);
    const names = (["x", "w", "b", "dy"] as const).filter((one) => valuesOf(question, one));
    const ranges: Partial<Record<keyof Ranges, Ranges[keyof Ranges]>> = {};
    for (const one of names) {
      const source = valuesOf(question, one);
      if (source)
        ranges[one] = rangeAround(
          source,
          source.data.map(() => RADIUS),
        );
    }
    const bounds = solveRounded(question, ranges as Ranges);
    const corners = cornersOf(question, names).map(solve);
    expectHull(
      bounds.y,
      corners.map(({ y }) => y),
    );
    if (name === "softmax forward") return;
    for (const one of ["x", "w", "b"] as const) {
      const gradient = bounds.grads[one];
      if (gradient)
        expectHull(
          gradient,
          corners.map(({ grads }) => grads?.[one]),
        );
    }
  });
});

describe("the bounds of what is no sum of products are close", () => {
  const x = tensor([5, 2], [0.5213, -1.2549, 2.0031, 0.1254, -0.7, 1.9, 0.3, -0.4, 3.2, 0.8]);
  const dy = tensor([5, 2], [1.5, -0.25, 0.75, 2, -1, 0.5, 0.1, 1.25, -0.6, 0.9]);

  it.each([
    ["softmax", { op: "softmax", inputs: { x }, dy }, 4],
    ["batch_norm_train", { op: "batch_norm_train", inputs: { x, gamma: [1.5, -2] }, dy }, 4],
  ] satisfies readonly (readonly [string, QuestionDraft, number])[])(
    "%s: at most a few times as wide as the first derivatives say",
    (_, draft, times) => {
      const question = questionFrom(draft);
      const radius = 0.00005;
      const bounds = solveRounded(question, {
        x: rangeAround(
          x,
          x.data.map(() => radius),
        ),
      });
      for (const [at, value] of (bounds.grads.x?.value.data ?? new Float64Array()).entries()) {
        const slope = x.data.reduce((sum, __, cell) => sum + Math.abs(slopeAt(cell, at)), 0);
        const width = (bounds.grads.x?.high[at] ?? 0) - (bounds.grads.x?.low[at] ?? 0);
        expect(width / (2 * radius * slope), `cell ${at}, ${value}`).toBeLessThan(times);
      }

      function slopeAt(cell: number, at: number): number {
        const step = 1e-5;
        const gradientAt = (by: number) =>
          solve({ ...question, inputs: { ...question.inputs, x: nudged(x, cell, by) } }).grads?.x
            ?.data[at] ?? 0;
        return (gradientAt(step) - gradientAt(-step)) / (2 * step);
      }
    },
  );
});

describe("numbers without play", () => {
  it("have results without play", () => {
    const question = questionFrom({ op: "relu", inputs: { x: [1, -2] } });
    const { y } = solveRounded(question, {});
    expect([...y.low]).toEqual([1, 0]);
    expect([...y.high]).toEqual([1, 0]);
  });

  it("keep their cells exact beside rounded ones", () => {
    const question = questionFrom({
      op: "linear",
      inputs: {
        x: [[1, 0.5]],
        w: [
          [2, 0],
          [0, 3],
        ],
      },
    });
    const x = rangeAround(tensor([1, 2], [1, 0.5]), [0, 0.05]);
    const { y } = solveRounded(question, { x });
    expect([y.low[0], y.high[0]]).toEqual([2, 2]);
    expect(y.high[1]).toBeCloseTo(1.65, 9);
  });

  it("are asked for in full where a shape stands for a tensor", () => {
    const question = questionFrom({ op: "relu", inputs: { x: { shape: [2] } } });
    expect(() => solveRounded(question, {})).toThrow(KernelError);
  });

  it.each([[[0.1]], [[0.1, -0.1]]])("radii %j do not fit two values", (radii) => {
    expect(() => rangeAround(tensor([2], [1, 2]), radii)).toThrow(KernelError);
  });
});

type Solved = ReturnType<typeof questionFrom>;
type Name = "x" | "w" | "b" | "dy";

function valuesOf(question: Solved, name: Name): Tensor | undefined {
  const operand = name === "dy" ? question.dy : question.inputs[name];
  return operand?.data ? operand : undefined;
}

/** The question with every number at one of its two ends, in all ways; a square is least in the middle. */
function cornersOf(question: Solved, names: readonly Name[]): Solved[] {
  const hasSquares = question.op === "gram" || question.op === "mse_loss";
  const stops = hasSquares ? [-RADIUS, 0, RADIUS] : [-RADIUS, RADIUS];
  let all = [question];
  for (const name of names) {
    for (const cell of valuesOf(question, name)?.data.keys() ?? []) {
      all = all.flatMap((one) => stops.map((by) => moved(one, name, cell, by)));
    }
  }
  return all;
}

function moved(question: Solved, name: Name, cell: number, by: number): Solved {
  const source = valuesOf(question, name);
  if (!source) return question;
  const operand = nudged(source, cell, by);
  return name === "dy"
    ? { ...question, dy: operand }
    : { ...question, inputs: { ...question.inputs, [name]: operand } };
}

function nudged({ shape, data }: Tensor, cell: number, by: number): Tensor {
  return { shape, data: data.with(cell, (data[cell] ?? 0) + by) };
}

function expectHull(bounds: Rounded, corners: readonly (Tensor | undefined)[]): void {
  for (const at of bounds.value.data.keys()) {
    const values = corners.map((corner) => corner?.data[at] ?? Number.NaN);
    expect(bounds.low[at]).toBeCloseTo(Math.min(...values), 9);
    expect(bounds.high[at]).toBeCloseTo(Math.max(...values), 9);
  }
}
