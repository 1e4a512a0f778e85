import { describe, expect, it } from "vitest";
import { derive } from "@/lib/derivation";
import { type Ask, type QuestionDraft, questionFrom } from "@/lib/question";
import { worked } from "./worked";

type Row = readonly [
  law: string,
  question: QuestionDraft,
  ask: Ask,
  at: readonly number[] | undefined,
  lines: readonly string[],
];

/** The 9 in the middle stands in all four windows, and ties with the 9 beside it. */
const OVERLAPPING: QuestionDraft = {
  op: "max_pool2d",
  params: { kernel: 2, stride: 1 },
  inputs: {
    x: [
      [1, 3, 2],
      [4, 9, 9],
      [0, 5, 7],
    ],
  },
  dy: [
    [1, 2],
    [3, 4],
  ],
};

const PADDED: QuestionDraft = {
  ...OVERLAPPING,
  params: { kernel: 2, stride: 2, padding: 1 },
};

const averaged = (draft: QuestionDraft, params: QuestionDraft["params"]): QuestionDraft => ({
  op: "avg_pool2d",
  params: { ...draft.params, ...params },
  inputs: draft.inputs,
  ...(draft.dy === undefined ? {} : { dy: draft.dy }),
});

/** Under 16 cells the lines have room for six or seven. */
const large = (row: number, column: number): QuestionDraft => {
  const x = Array.from({ length: 4 }, () => [1, 2, 3, 4]);
  return {
    op: "max_pool2d",
    params: { kernel: 4 },
    inputs: {
      x: x.map((cells, at) =>
        cells.map((cell, side) => (at === row && side === column ? 9 : cell)),
      ),
    },
  };
};

/** Two taps, two rows apart, above and below the only row there is. */
const STEPPED_OVER: QuestionDraft = {
  op: "max_pool2d",
  params: { kernel: [2, 1], dilation: [2, 1], padding: [1, 0] },
  inputs: { x: [[5]] },
};

const UNPOOLED: QuestionDraft = {
  op: "max_unpool2d",
  params: { output_size: [2, 3] },
  inputs: {
    x: [[7, 5, 8]],
    indices: [[4, 1, 4]],
  },
  dy: [
    [1, 2, 3],
    [4, 5, 6],
  ],
};

const ROWS: readonly Row[] = [
  ...(
    [
      [1, 0, "9, ..., 3, 4"],
      [2, 1, "..., 9, ..., 3, 4"],
      [3, 1, "..., 9, 3, 4"],
      [3, 3, "..., 3, 9"],
    ] as const
  ).map(([row, column, end]): Row => [
    `a large window shows its maximum, at ${row}, ${column}`,
    large(row, column),
    "y",
    undefined,
    ["Y[i,j] = max(X[4·i+u,4·j+v])", `Y[0,0] = max(1, 2, 3, 4, ${end}) = 9`],
  ]),
  [
    "a window that steps over the input has no index",
    STEPPED_OVER,
    "indices",
    [0, 0],
    ["I[i,j] = p·1 + q", "Y[0,0] = max(-∞, -∞) = -∞", "I[0,0] = -1"],
  ],
  [
    "an output of max pooling is the largest value of its window",
    OVERLAPPING,
    "y",
    [1, 0],
    [
      "Y[i,j] = max(X[i+u,j+v])",
      "Y[1,0] = max(X[1,0], X[1,1], X[2,0], X[2,1])",
      "Y[1,0] = max(4, 9, 0, 5) = 9",
    ],
  ],
  [
    "padding counts as −∞ for a maximum",
    PADDED,
    "y",
    [0, 0],
    [
      "Y[i,j] = max(X[2·i+u-1,2·j+v-1])",
      "Y[0,0] = max(-∞, -∞, -∞, X[0,0])",
      "Y[0,0] = max(-∞, -∞, -∞, 1) = 1",
    ],
  ],
  [
    "an index counts in the whole plane, and a tie goes to the first in reading order",
    OVERLAPPING,
    "indices",
    [0, 1],
    ["I[i,j] = p·3 + q", "Y[0,1] = max(3, 2, 9, 9) = 9 = X[1,1]", "I[0,1] = 1·3 + 1 = 4"],
  ],
  [
    "a cell that won several windows collects the gradient of each",
    OVERLAPPING,
    "grads.x",
    [1, 1],
    [
      "dY[i,j]/dX[p,q] = 1",
      "dL/dX[p,q] = sum over i,j of G[i,j]",
      "Y[0,0] = max(1, 3, 4, 9) = 9 = X[1,1]",
      "Y[0,1] = max(3, 2, 9, 9) = 9 = X[1,1]",
      "Y[1,0] = max(4, 9, 0, 5) = 9 = X[1,1]",
      "Y[1,1] = max(9, 9, 5, 7) = 9 = X[1,1]",
      "dL/dX[1,1] = G[0,0] + G[0,1] + G[1,0] + G[1,1] = 1 + 2 + 3 + 4 = 10",
    ],
  ],
  [
    "a cell that only ties gets nothing",
    OVERLAPPING,
    "grads.x",
    [1, 2],
    [
      "dY[i,j]/dX[p,q] = 1",
      "dL/dX[p,q] = sum over i,j of G[i,j]",
      "Y[0,1] = max(3, 2, 9, 9) = 9 = X[1,1]",
      "Y[1,1] = max(9, 9, 5, 7) = 9 = X[1,1]",
      "dL/dX[1,2] = 0",
    ],
  ],
  [
    "the zeros of the padding count in an average",
    averaged(PADDED, {}),
    "y",
    [0, 1],
    [
      "Y[i,j] = (sum over u,v of X[2·i+u-1,2·j+v-1])/m",
      "m = 2 x 2 = 4",
      "Y[0,1] = (0 + 0 + 3 + 2)/4 = 5/4 = 1.25",
    ],
  ],
  [
    "unless the padding is left out",
    averaged(PADDED, { count_include_pad: false }),
    "y",
    [0, 1],
    [
      "Y[i,j] = (sum over u,v of X[2·i+u-1,2·j+v-1])/m",
      "m = 1 x 2 = 2",
      "Y[0,1] = (3 + 2)/2 = 5/2 = 2.5",
    ],
  ],
  [
    "what ceil_mode hangs over the edge is never counted",
    averaged(OVERLAPPING, { stride: 2, ceil_mode: true }),
    "y",
    [0, 1],
    [
      "Y[i,j] = (sum over u,v of X[2·i+u,2·j+v])/m",
      "m = 2 x 1 = 2",
      "Y[0,1] = (2 + 9)/2 = 11/2 = 5.5",
    ],
  ],
  [
    "an average shares its gradient out evenly",
    averaged(OVERLAPPING, {}),
    "grads.x",
    [0, 1],
    [
      "dY[i,j]/dX[p,q] = 1/m",
      "dL/dX[p,q] = sum over i,j of G[i,j]/m[i,j]",
      "G[0,0]/m[0,0] = 1/4 = 0.25",
      "G[0,1]/m[0,1] = 2/4 = 0.5",
      "dL/dX[0,1] = 1/4 + 2/4 = 0.25 + 0.5 = 0.75",
    ],
  ],
  [
    "adaptive windows run from a floor to a ceiling",
    {
      op: "adaptive_avg_pool2d",
      params: { output_size: [1, 2] },
      inputs: { x: [[1, 2, 3, 4, 5]] },
    },
    "y",
    [0, 1],
    [
      "Y[i,j] = (sum over u,v of X[u,floor((j·5)/2)+v])/m",
      "first = floor((1·5)/2) = 2, last = ceil(((1 + 1)·5)/2) - 1 = 4",
      "m = 1 x 3 = 3",
      "Y[0,1] = (3 + 4 + 5)/3 = 12/3 = 4",
    ],
  ],
  [
    "global pooling is one window over everything",
    { op: "global_max_pool2d", inputs: { x: [[[1, 3]], [[4, 2]]] } },
    "y",
    undefined,
    ["Y[c,i,j] = max(X[c,u,v])", "Y[0,0,0] = max(1, 3) = 3", "Y[1,0,0] = max(4, 2) = 4"],
  ],
  [
    "of two values with one index the later stays",
    UNPOOLED,
    "y",
    [1, 1],
    [
      "Y[I[i,j]] = X[i,j]",
      "p = floor(4/3) = 1, q = 4 - 1·3 = 1",
      "p = floor(4/3) = 1, q = 4 - 1·3 = 1",
      "Y[1,1] = X[0,2] = 8",
    ],
  ],
  [
    "or they add, by the lecture's rule",
    { ...UNPOOLED, params: { output_size: [2, 3], overlap: "sum" } },
    "y",
    undefined,
    [
      "Y[I[i,j]] = X[i,j]",
      "Y[0,0] = 0",
      "Y[0,1] = X[0,1] = 5",
      "Y[0,2] = 0",
      "Y[1,0] = 0",
      "Y[1,1] = X[0,0] + X[0,2] = 7 + 8 = 15",
      "Y[1,2] = 0",
    ],
  ],
  [
    "backward every value fetches the gradient from where it was put",
    UNPOOLED,
    "grads.x",
    [0, 0],
    ["dL/dX[i,j] = G[I[i,j]]", "p = floor(4/3) = 1, q = 4 - 1·3 = 1", "dL/dX[0,0] = G[1,1] = 5"],
  ],
  [
    "the last row is dropped where the stride does not reach it",
    { op: "max_pool2d", params: { kernel: 2 }, inputs: { x: { shape: [3, 5, 4] } } },
    "shapes.y",
    undefined,
    [
      "H_out = floor((H + 2·P - k)/S) + 1",
      "H_out = floor((5 + 2·0 - 2)/2) + 1 = floor(1.5) + 1 = 2",
      "5 - ((2 - 1)·2 + 2) = 5 - 4 = 1",
      "W_out = floor((4 + 2·0 - 2)/2) + 1 = 2",
      "shape of Y = 3 x 2 x 2",
    ],
  ],
];

describe("pooling is worked out line by line", () => {
  it.each(ROWS)("%s", (_, question, ask, at, lines) => {
    expect(worked(question, ask, at)).toEqual(lines);
  });
});

describe("the cells of a step", () => {
  it("hold the padding at indices below 0", () => {
    const [, window] = derive(questionFrom(PADDED), "y", [0, 0]).steps;
    expect(window?.cells).toEqual([
      { tensor: "y", at: [0, 0] },
      { tensor: "x", at: [-1, -1] },
      { tensor: "x", at: [-1, 0] },
      { tensor: "x", at: [0, -1] },
      { tensor: "x", at: [0, 0] },
    ]);
  });

  it("are in the question's own layout", () => {
    const question = questionFrom({
      op: "global_max_pool2d",
      inputs: {
        x: [
          [
            [1, 4],
            [3, 2],
          ],
        ],
      },
      conventions: { layout: "nhwc" },
    });
    expect(derive(question, "y", [0, 0, 1]).steps.at(-1)?.cells).toEqual([
      { tensor: "y", at: [0, 0, 1] },
      { tensor: "x", at: [0, 0, 1] },
      { tensor: "x", at: [0, 1, 1] },
    ]);
  });
});
