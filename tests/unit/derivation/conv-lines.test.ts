import { describe, expect, it } from "vitest";
import { derive } from "@/lib/derivation";
import { type Ask, type QuestionDraft, questionFrom } from "@/lib/question";
import { toText } from "@/lib/tex";

type Row = readonly [
  title: string,
  question: QuestionDraft,
  ask: Ask,
  at: readonly number[] | undefined,
  lines: readonly string[],
];

const NINE = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];

const CARD_76: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: NINE,
    w: [
      [1, 0],
      [0, -1],
    ],
  },
};

const SMALL: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: NINE,
    w: [
      [1, 2],
      [3, 4],
    ],
    b: [10],
  },
  dy: [
    [1, 0],
    [-2, 3],
  ],
};

const PADDED: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2, padding: 1 },
  inputs: {
    x: [
      [1, 2],
      [3, 4],
    ],
    w: [
      [5, 6],
      [7, 8],
    ],
  },
  dy: [
    [1, 2],
    [3, 4],
  ],
};

const DROPPED: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2 },
  inputs: {
    x: NINE,
    w: [
      [1, 2],
      [3, 4],
    ],
  },
};

const CHANNELS: QuestionDraft = {
  op: "conv2d",
  inputs: { x: [[[1, 2]], [[3, 4]]], w: [[[[5, 6]], [[7, 8]]]], b: [-1] },
};

const STAMPS: QuestionDraft = {
  op: "conv_transpose2d",
  params: { stride: 1 },
  inputs: {
    x: [
      [1, 2],
      [3, 4],
    ],
    w: [
      [5, 6],
      [7, 8],
    ],
  },
};

const FORWARD: readonly Row[] = [
  [
    "the four windows of card 76",
    CARD_76,
    "y",
    undefined,
    [
      "Y[i,j] = sum over u,v of X[i+u,j+v]·K[u,v]",
      "Y[0,0] = 1·1 + 2·0 + 4·0 + 5·(-1) = 1 + 0 + 0 - 5 = -4",
      "Y[0,1] = 2·1 + 3·0 + 5·0 + 6·(-1) = 2 + 0 + 0 - 6 = -4",
      "Y[1,0] = 4·1 + 5·0 + 7·0 + 8·(-1) = 4 + 0 + 0 - 8 = -4",
      "Y[1,1] = 5·1 + 6·0 + 8·0 + 9·(-1) = 5 + 0 + 0 - 9 = -4",
    ],
  ],
  [
    "one window, with its bias",
    SMALL,
    "y",
    [0, 1],
    [
      "Y[i,j] = sum over u,v of X[i+u,j+v]·K[u,v] + b",
      "top row = 0, left column = 1",
      "Y[0,1] = X[0,1]·K[0,0] + X[0,2]·K[0,1] + X[1,1]·K[1,0] + X[1,2]·K[1,1] + b",
      "Y[0,1] = 2·1 + 3·2 + 5·3 + 6·4 + 10 = 2 + 6 + 15 + 24 + 10 = 57",
    ],
  ],
  [
    "a window that hangs over the padding",
    PADDED,
    "y",
    [0, 1],
    [
      "Y[i,j] = sum over u,v of X[i·S+u-P,j·S+v-P]·K[u,v]",
      "top row = 0·2 - 1 = -1, left column = 1·2 - 1 = 1",
      "Y[0,1] = X[-1,1]·K[0,0] + X[-1,2]·K[0,1] + X[0,1]·K[1,0] + X[0,2]·K[1,1]",
      "Y[0,1] = 0·5 + 0·6 + 2·7 + 0·8 = 0 + 0 + 14 + 0 = 14",
    ],
  ],
  [
    "two channels and a negative bias",
    CHANNELS,
    "y",
    [0, 0, 0],
    [
      "Y[i,j] = sum over c,u,v of X[c,i+u,j+v]·K[c,u,v] + b",
      "top row = 0, left column = 0",
      "Y[0,0] = X[0,0,0]·K[0,0,0] + X[0,0,1]·K[0,0,1] + X[1,0,0]·K[1,0,0] + X[1,0,1]·K[1,0,1] + b",
      "Y[0,0] = 1·5 + 2·6 + 3·7 + 4·8 - 1 = 5 + 12 + 21 + 32 - 1 = 69",
    ],
  ],
];

const BACKWARD: readonly Row[] = [
  [
    "a weight's gradient",
    SMALL,
    "grads.w",
    [0, 1],
    [
      "dL/dK[u,v] = sum over i,j of dL/dY[i,j]·dY[i,j]/dK[u,v]",
      "dL/dK[u,v] = sum over i,j of G[i,j]·X[i+u,j+v]",
      "K[0,1] reaches Y[0,0] through X[0,1], Y[0,1] through X[0,2], Y[1,0] through X[1,1], Y[1,1] through X[1,2]",
      "dL/dK[0,1] = G[0,0]·X[0,1] + G[0,1]·X[0,2] + G[1,0]·X[1,1] + G[1,1]·X[1,2]",
      "dL/dK[0,1] = 1·2 + 0·3 + (-2)·5 + 3·6 = 2 + 0 - 10 + 18 = 10",
    ],
  ],
  [
    "a weight whose tap fell on padding",
    PADDED,
    "grads.w",
    [0, 0],
    [
      "dL/dK[u,v] = sum over i,j of dL/dY[i,j]·dY[i,j]/dK[u,v]",
      "dL/dK[u,v] = sum over i,j of G[i,j]·X[i·S+u-P,j·S+v-P]",
      "K[0,0] reaches Y[1,1] through X[1,1], 3 more through padding",
      "dL/dK[0,0] = G[0,0]·X[-1,-1] + G[0,1]·X[-1,1] + G[1,0]·X[1,-1] + G[1,1]·X[1,1]",
      "dL/dK[0,0] = 1·0 + 2·0 + 3·0 + 4·4 = 0 + 0 + 0 + 16 = 16",
    ],
  ],
  [
    "the middle input, which every window used",
    SMALL,
    "grads.x",
    [1, 1],
    [
      "dL/dX[p,q] = sum over i,j of dL/dY[i,j]·dY[i,j]/dX[p,q]",
      "dL/dX[p,q] = sum over i,j of G[i,j]·K[p-i,q-j]",
      "X[1,1] reaches Y[0,0] through K[1,1], Y[0,1] through K[1,0], Y[1,0] through K[0,1], Y[1,1] through K[0,0]",
      "dL/dX[1,1] = G[0,0]·K[1,1] + G[0,1]·K[1,0] + G[1,0]·K[0,1] + G[1,1]·K[0,0]",
      "dL/dX[1,1] = 1·4 + 0·3 + (-2)·2 + 3·1 = 4 + 0 - 4 + 3 = 3",
    ],
  ],
  [
    "a corner that one window used",
    SMALL,
    "grads.x",
    [2, 0],
    [
      "dL/dX[p,q] = sum over i,j of dL/dY[i,j]·dY[i,j]/dX[p,q]",
      "dL/dX[p,q] = sum over i,j of G[i,j]·K[p-i,q-j]",
      "X[2,0] reaches Y[1,0] through K[1,0]",
      "dL/dX[2,0] = G[1,0]·K[1,0]",
      "dL/dX[2,0] = -2·3 = -6",
    ],
  ],
  [
    "a row that the floor dropped",
    DROPPED,
    "grads.x",
    [2, 1],
    [
      "dL/dX[p,q] = sum over i,j of dL/dY[i,j]·dY[i,j]/dX[p,q]",
      "dL/dX[p,q] = sum over i,j of G[i,j]·K[p-i·S,q-j·S]",
      "dL/dX[2,1] = 0",
    ],
  ],
  [
    "the bias collects all of G",
    SMALL,
    "grads.b",
    undefined,
    [
      "dL/db = sum over i,j of dL/dY[i,j]·dY[i,j]/db = sum over i,j of dL/dY[i,j]·1",
      "dL/db = sum over i,j of G[i,j]",
      "dL/db = 1 + 0 - 2 + 3 = 2",
    ],
  ],
];

const TRANSPOSED: readonly Row[] = [
  [
    "stamps that overlap",
    STAMPS,
    "y",
    [1, 1],
    [
      "X[p,q]·K from row p and column q on",
      "Y[i,j] = sum over p,q of X[p,q]·K[i-p,j-q]",
      "Y[1,1] gets X[0,0] times K[1,1], X[0,1] times K[1,0], X[1,0] times K[0,1], X[1,1] times K[0,0]",
      "Y[1,1] = X[0,0]·K[1,1] + X[0,1]·K[1,0] + X[1,0]·K[0,1] + X[1,1]·K[0,0]",
      "Y[1,1] = 1·8 + 2·7 + 3·6 + 4·5 = 8 + 14 + 18 + 20 = 60",
    ],
  ],
  [
    "an input's gradient reads a window of G",
    STAMPS,
    "grads.x",
    [0, 1],
    [
      "dL/dX[p,q] = sum over i,j of dL/dY[i,j]·dY[i,j]/dX[p,q]",
      "dL/dX[p,q] = sum over u,v of G[p+u,q+v]·K[u,v]",
      "X[0,1] reaches Y[0,1] through K[0,0], Y[0,2] through K[0,1], Y[1,1] through K[1,0], Y[1,2] through K[1,1]",
      "dL/dX[0,1] = G[0,1]·K[0,0] + G[0,2]·K[0,1] + G[1,1]·K[1,0] + G[1,2]·K[1,1]",
      "dL/dX[0,1] = 1·5 + 1·6 + 1·7 + 1·8 = 5 + 6 + 7 + 8 = 26",
    ],
  ],
];

function linesOf([, question, ask, at]: Row): string[] {
  return derive(questionFrom(question), ask, at).steps.map(({ line }) => toText(line));
}

describe("a convolution is worked out as on a blackboard", () => {
  it.each(FORWARD)("%s", (...row) => {
    expect(linesOf(row)).toEqual(row[4]);
  });
});

describe("a gradient says first what reached what", () => {
  it.each(BACKWARD)("%s", (...row) => {
    expect(linesOf(row)).toEqual(row[4]);
  });
});

describe("a transposed convolution adds stamps", () => {
  it.each(TRANSPOSED)("%s", (...row) => {
    expect(linesOf(row)).toEqual(row[4]);
  });
});
