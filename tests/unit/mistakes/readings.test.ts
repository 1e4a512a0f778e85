import { describe, expect, it } from "vitest";
import { type AskName, explain } from "@/lib/mistakes";
import { type QuestionDraft, questionFrom } from "@/lib/question";

const X = [
  [3, -1, 4, 1],
  [9, 2, -6, 5],
  [5, 8, 9, 7],
  [2, -4, 3, 8],
];
const G = [
  [2, -3],
  [5, 7],
];

/** G laid on X at every place at which it fits. */
function laidOn(input: readonly number[][], gradient: readonly number[][]): number[][] {
  const places = input.length - gradient.length + 1;
  const row = Array.from({ length: places }, (_, at) => at);
  return row.map((top) =>
    row.map((left) =>
      gradient
        .flatMap((line, i) => line.map((value, j) => value * (input[top + i]?.[left + j] ?? 0)))
        .reduce((sum, product) => sum + product, 0),
    ),
  );
}

function named(draft: QuestionDraft, ask: AskName, answer: number[][] | number[][][]): string[] {
  const shape: number[] = [];
  for (let part: unknown = answer; Array.isArray(part); part = part[0]) shape.push(part.length);
  const data = answer.flat(2);
  return explain(questionFrom(draft), ask, { shape, data }).map(({ mistake }) => mistake);
}

describe("∂L/∂K as large as there are places for G on X", () => {
  it("where the stride was ignored", () => {
    const w = [
      [1, 2],
      [3, 4],
    ];
    const draft: QuestionDraft = {
      op: "conv2d",
      params: { stride: 2 },
      inputs: { x: X, w },
      dy: G,
    };
    expect(laidOn(X, G)).toHaveLength(3);
    expect(named(draft, "grads.w", laidOn(X, G))).toEqual(["STRIDE_IGNORED"]);
  });

  it("where the padding was ignored", () => {
    const w = X.slice(1).map((row) => row.slice(1));
    const draft: QuestionDraft = {
      op: "conv2d",
      params: { padding: 1 },
      inputs: { x: X.map((row) => [...row, 1]).concat([[1, 2, 3, 4, 5]]), w },
      dy: X.map((row) => [...row, 2]).concat([[3, 1, 4, 1, 5]]),
    };
    const alone = laidOn(draft.inputs.x as number[][], draft.dy as number[][]);
    expect(alone).toHaveLength(1);
    expect(named(draft, "grads.w", alone)).toEqual(["PADDING_IGNORED"]);
  });
});

describe("a factor that is left out of a matrix product", () => {
  const x = [
    [1, 2, -3],
    [4, 0, 5],
  ];
  const w = [
    [2, 3, 7],
    [-1, 4, 6],
  ];
  const draft: QuestionDraft = {
    op: "linear",
    inputs: { x, w },
    dy: [
      [3, -2],
      [5, 4],
    ],
  };

  it.each([
    {
      ask: "grads.x",
      what: "the gradient that arrives",
      answer: [
        [1, 7, 13],
        [1, 7, 13],
      ],
    },
    {
      ask: "grads.x",
      what: "the weights",
      answer: [
        [1, 1, 1],
        [9, 9, 9],
      ],
    },
    {
      ask: "grads.w",
      what: "the gradient that arrives",
      answer: [
        [5, 2, 2],
        [5, 2, 2],
      ],
    },
    {
      ask: "grads.w",
      what: "the inputs",
      answer: [
        [8, 8, 8],
        [2, 2, 2],
      ],
    },
  ] as const)("$what of $ask", ({ ask, answer }) =>
    expect(
      named(
        draft,
        ask,
        answer.map((row) => [...row]),
      ),
    ).toEqual(["FACTOR_FORGOTTEN"]),
  );
});

it("groups ignored on the way back: every group's channels get every filter's gradient", () => {
  const draft: QuestionDraft = {
    op: "conv2d",
    params: { groups: 2 },
    inputs: { x: [[[1, 2]], [[3, 4]]], w: [[[[2]]], [[[5]]]] },
    dy: [[[3, 1]], [[4, -2]]],
  };
  const plane = [[3 * 2 + 4 * 5, 1 * 2 - 2 * 5]];
  expect(named(draft, "grads.x", [plane, plane])).toEqual(["GROUPS_IGNORED"]);
});

it("a full result in place of a valid one", () => {
  const w = [
    [2, -7],
    [1, 8],
  ];
  const draft: QuestionDraft = { op: "conv2d", inputs: { x: X, w } };
  const edge = [0, 0, 0, 0, 0, 0];
  const full = laidOn([edge, ...X.map((row) => [0, ...row, 0]), edge], w);
  expect(full).toHaveLength(5);
  expect(named(draft, "y", full)).toEqual(["NOT_CROPPED"]);
});

describe("∂L/∂X of a linear layer, with the weights turned", () => {
  const w = [
    [1, -2, 3],
    [4, 0, -1],
    [2, 2, 5],
  ];
  const draft: QuestionDraft = {
    op: "linear",
    inputs: { x: [[1, 2, 3]], w },
    dy: [[2, -1, 3]],
  };

  it("alone", () => expect(named(draft, "grads.x", [[13, 5, 17]])).toEqual(["WEIGHT_TRANSPOSED"]));

  it("and the gradient left out, which gives the sums of the rows of W", () =>
    expect(named(draft, "grads.x", [[2, 3, 9]])).toEqual(["FACTOR_FORGOTTEN+WEIGHT_TRANSPOSED"]));
});
