import { describe, expect, it } from "vitest";
import type { Ask, QuestionDraft } from "@/lib/question";
import { worked } from "./worked";

type Row = readonly [
  law: string,
  question: QuestionDraft,
  ask: Ask,
  at: readonly number[] | undefined,
  lines: readonly string[],
];

const LINEAR: QuestionDraft = {
  op: "linear",
  inputs: {
    x: [
      [2, 3],
      [1, -1],
    ],
    w: [
      [1, -1],
      [0, 2],
    ],
    b: [4, 0.5],
  },
  dy: [
    [1, 2],
    [3, 4],
  ],
};

const RELU: QuestionDraft = { op: "relu", inputs: { x: [[2, -3, 0]] }, dy: [[-5, 6, 7]] };

const GRAM: QuestionDraft = { op: "gram", inputs: { x: [[[1, 2]], [[3, 4]]] } };

/** Two images of one channel: mean 4, variance 5. */
const NORM: QuestionDraft = {
  op: "batch_norm_train",
  params: { eps: 4 },
  inputs: { x: [[[[1, 3]]], [[[5, 7]]]], gamma: [6], beta: [1] },
  dy: [[[[1, 0]]], [[[0, 0]]]],
};

const ROWS: readonly Row[] = [
  [
    "a linear output is the sample times its row of W, plus its bias",
    LINEAR,
    "y",
    [0, 1],
    [
      "Y[n,o] = sum over k of X[n,k]·W[o,k] + b[o]",
      "Y[0,1] = X[0,0]·W[1,0] + X[0,1]·W[1,1] + b[1]",
      "Y[0,1] = 2·0 + 3·2 + 0.5 = 0 + 6 + 0.5 = 6.5",
    ],
  ],
  [
    "its input hears from every output, through the column of W",
    LINEAR,
    "grads.x",
    [1, 1],
    [
      "dL/dX[n,k] = sum over o of G[n,o]·W[o,k]",
      "dL/dX[1,1] = G[1,0]·W[0,1] + G[1,1]·W[1,1]",
      "dL/dX[1,1] = 3·(-1) + 4·2 = -3 + 8 = 5",
    ],
  ],
  [
    "its weight hears from every sample",
    LINEAR,
    "grads.w",
    [0, 1],
    [
      "dL/dW[o,k] = sum over n of G[n,o]·X[n,k]",
      "dL/dW[0,1] = G[0,0]·X[0,1] + G[1,0]·X[1,1]",
      "dL/dW[0,1] = 1·3 + 3·(-1) = 3 - 3 = 0",
    ],
  ],
  [
    "its bias adds up the samples",
    LINEAR,
    "grads.b",
    undefined,
    ["dL/db[o] = sum over n of G[n,o]", "dL/db[0] = 1 + 3 = 4", "dL/db[1] = 2 + 4 = 6"],
  ],
  [
    "ReLU keeps what is positive",
    RELU,
    "y",
    undefined,
    [
      "Y[i] = max(0, X[i])",
      "Y[0,0] = max(0, 2) = 2",
      "Y[0,1] = max(0, -3) = 0",
      "Y[0,2] = max(0, 0) = 0",
    ],
  ],
  [
    "ReLU's gate looks at the input, not at the gradient, and is shut at 0",
    RELU,
    "grads.x",
    undefined,
    [
      "dL/dX[i] = G[i] where X[i] > 0 and 0 elsewhere",
      "dL/dX[0,0] = 1·(-5) = -5",
      "dL/dX[0,1] = 0·6 = 0",
      "dL/dX[0,2] = 0·7 = 0",
    ],
  ],
  [
    "softmax subtracts the largest, raises e, and divides by the sum",
    { op: "softmax", inputs: { x: [[1, 2, 3]] } },
    "y",
    [0, 1],
    [
      "Y[i] = (e^(X[i] - m))/(sum over k of e^(X[k] - m))",
      "m = max(1, 2, 3) = 3",
      "E[0,0] = e^(1 - 3) = e^-2 ≈ 0.135335",
      "E[0,1] = e^(2 - 3) = e^-1 ≈ 0.367879",
      "E[0,2] = e^(3 - 3) = e^0 = 1",
      "s ≈ 0.135335 + 0.367879 + 1 ≈ 1.50321",
      "Y[0,1] = E[0,1]/s ≈ 0.367879/1.50321 ≈ 0.244728",
    ],
  ],
  [
    "a long softmax shows its largest, wherever it stands, and raises the one that is asked for",
    { op: "softmax", inputs: { x: [[0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 7, 0, 0]] } },
    "y",
    [0, 5],
    [
      "Y[i] = (e^(X[i] - m))/(sum over k of e^(X[k] - m))",
      "m = max(0, 0, 0, 0, ..., 7, ..., 0, 0) = 7",
      "E[0,5] = e^(0 - 7) = e^-7 ≈ 0.000911882",
      "s ≈ 0.000911882 + 0.000911882 + 0.000911882 + 0.000911882 + ... + 1 + ... + 0.000911882 + 0.000911882 ≈ 2.01094",
      "Y[0,5] = E[0,5]/s ≈ 0.000911882/2.01094 ≈ 0.00045346",
    ],
  ],
  [
    "softmax passes back what is above the weighted average",
    { op: "softmax", inputs: { x: [0, 0] }, dy: [3, 1] },
    "grads.x",
    [0],
    [
      "d = sum over k of G[k]·Y[k]",
      "dL/dX[i] = Y[i]·(G[i] - d)",
      "d = 3·0.5 + 1·0.5 = 2",
      "dL/dX[0] = Y[0]·(G[0] - d) = 0.5·(3 - 2) = 0.5",
    ],
  ],
  [
    "softmax hears nothing from equal gradients, and rounding noise is not shown",
    { op: "softmax", inputs: { x: [1, 2, 3] } },
    "grads.x",
    [0],
    [
      "d = sum over k of G[k]·Y[k]",
      "dL/dX[i] = Y[i]·(G[i] - d)",
      "d ≈ 1·0.0900306 + 1·0.244728 + 1·0.665241 ≈ 1",
      "dL/dX[0] = Y[0]·(G[0] - d) ≈ 0.0900306·(1 - 1) ≈ 0",
    ],
  ],
  [
    "cross-entropy is softmax, then −ln of the target, then the mean",
    { op: "cross_entropy", inputs: { x: [[1, 2, 3]], target: [2] } },
    "y",
    undefined,
    [
      "Y = 1/N·sum over n of (-log(p[n,t[n]]))",
      "m = max(1, 2, 3) = 3",
      "E[0,0] = e^(1 - 3) = e^-2 ≈ 0.135335",
      "E[0,1] = e^(2 - 3) = e^-1 ≈ 0.367879",
      "E[0,2] = e^(3 - 3) = e^0 = 1",
      "s ≈ 0.135335 + 0.367879 + 1 ≈ 1.50321",
      "p[0,2] = E[0,2]/s ≈ 1/1.50321 ≈ 0.665241",
      "ℓ[0] = -log(p[0,2]) ≈ -log(0.665241) ≈ 0.407606",
      "Y ≈ 0.407606/1 ≈ 0.407606",
    ],
  ],
  [
    "a probability too small to write still has a logarithm",
    { op: "cross_entropy", inputs: { x: [[0, 1000]], target: [0] } },
    "y",
    undefined,
    [
      "Y = 1/N·sum over n of (-log(p[n,t[n]]))",
      "m = max(0, 1000) = 1000",
      "E[0,0] = e^(0 - 1000) = e^-1000 = 0",
      "E[0,1] = e^(1000 - 1000) = e^0 = 1",
      "s = 0 + 1 = 1",
      "ℓ[0] = log(1) - (0 - 1000) = 1000",
      "Y = 1000/1 = 1000",
    ],
  ],
  [
    "its gradient is p − 1 at the target and p elsewhere, over N",
    {
      op: "cross_entropy",
      inputs: {
        x: [
          [0, 0],
          [5, 5],
        ],
        target: [1, 0],
      },
    },
    "grads.x",
    undefined,
    [
      "dL/dX[n,k] = (p[n,k] - h[n,k])/N·G",
      "dL/dX[0,0] = (0.5 - 0)/2·1 = 0.5/2·1 = 0.25",
      "dL/dX[0,1] = (0.5 - 1)/2·1 = -0.5/2·1 = -0.25",
      "dL/dX[1,0] = (0.5 - 1)/2·1 = -0.5/2·1 = -0.25",
      "dL/dX[1,1] = (0.5 - 0)/2·1 = 0.5/2·1 = 0.25",
    ],
  ],
  [
    "the squared error is the mean of the squared differences",
    { op: "mse_loss", inputs: { x: [1, 3], target: [2, -1] } },
    "y",
    undefined,
    [
      "Y = 1/n·sum over i of (X[i] - t[i])^2",
      "(X[0] - t[0])^2 = (1 - 2)^2 = (-1)^2 = 1",
      "(X[1] - t[1])^2 = (3 - (-1))^2 = 4^2 = 16",
      "Y = (1 + 16)/2 = 17/2 = 8.5",
    ],
  ],
  [
    "its gradient is twice the difference over the number of cells",
    { op: "mse_loss", inputs: { x: [1, 3, 0, 2], target: [2, -1, 0, 1] }, dy: 3 },
    "grads.x",
    [1],
    [
      "dL/dX[i] = 2/n·(X[i] - t[i])·G",
      "(X[1] - t[1])^2 = (3 - (-1))^2 = 4^2 = 16",
      "dL/dX[1] = 2/4·(3 - (-1))·3 = 2/4·4·3 = 6",
    ],
  ],
  [
    "batch norm takes a channel's mean and biased variance over the whole batch",
    NORM,
    "y",
    [1, 0, 0, 1],
    [
      "Y[n,i,j] = γ·(X[n,i,j] - μ)/(sqrt(σ^2 + ε)) + β",
      "μ = (1 + 3 + 5 + 7)/4 = 16/4 = 4",
      "σ^2 = ((1 - 4)^2 + (3 - 4)^2 + (5 - 4)^2 + (7 - 4)^2)/4 = (9 + 1 + 1 + 9)/4 = 5",
      "s = sqrt(σ^2 + ε) = sqrt(5 + 4) = 3",
      "X̂[1,0,1] = (7 - 4)/3 = 1",
      "Y[1,0,1] = 6·(7 - 4)/3 + 1 = 6·1 + 1 = 7",
    ],
  ],
  [
    "backward it takes away the average of G, and what the variance fed back",
    NORM,
    "grads.x",
    [0, 0, 0, 0],
    [
      "dL/dX[n,i,j] = γ/s·(G[n,i,j] - a - X̂[n,i,j]·q)",
      "μ = (1 + 3 + 5 + 7)/4 = 16/4 = 4",
      "σ^2 = ((1 - 4)^2 + (3 - 4)^2 + (5 - 4)^2 + (7 - 4)^2)/4 = (9 + 1 + 1 + 9)/4 = 5",
      "s = sqrt(σ^2 + ε) = sqrt(5 + 4) = 3",
      "a = (1 + 0 + 0 + 0)/4 = 1/4 = 0.25",
      "q ≈ (1·(-1) + 0·(-0.333333) + 0·0.333333 + 0·1)/4 ≈ -0.25",
      "X̂[0,0,0] = (1 - 4)/3 = -1",
      "dL/dX[0,0,0] = 6/3·(1 - 0.25 - (-1)·(-0.25)) = 1",
    ],
  ],
  [
    "γ hears every G times the normalised value behind it",
    { ...NORM, dy: [[[[1, 0]]], [[[0, 2]]]] },
    "grads.gamma",
    [0],
    [
      "dL/dγ[c] = sum over n,i,j of G[n,i,j]·X̂[n,i,j]",
      "dL/dγ[0] = G[0,0,0]·X̂[0,0,0] + G[0,0,1]·X̂[0,0,1] + G[1,0,0]·X̂[1,0,0] + G[1,0,1]·X̂[1,0,1]",
      "dL/dγ[0] ≈ 1·(-1) + 0·(-0.333333) + 0·0.333333 + 2·1 ≈ -1 + 0 + 0 + 2 ≈ 1",
    ],
  ],
  [
    "β adds up the channel's gradients",
    { ...NORM, dy: [[[[1, 0]]], [[[0, 2]]]] },
    "grads.beta",
    undefined,
    ["dL/dβ[c] = sum over n,i,j of G[n,i,j]", "dL/dβ[0] = 1 + 0 + 0 + 2 = 3"],
  ],
  [
    "the Gram matrix multiplies every channel with every channel",
    GRAM,
    "y",
    undefined,
    [
      "Y[c,d] = sum over i,j of X[c,i,j]·X[d,i,j]",
      "Y[0,0] = 1·1 + 2·2 = 1 + 4 = 5",
      "Y[0,1] = 1·3 + 2·4 = 3 + 8 = 11",
      "Y[1,0] = 3·1 + 4·2 = 3 + 8 = 11",
      "Y[1,1] = 3·3 + 4·4 = 9 + 16 = 25",
    ],
  ],
  [
    "and divides by C·H·W where it is normalised",
    { ...GRAM, params: { normalize: true } },
    "y",
    [0, 1],
    [
      "Y[c,d] = (sum over i,j of X[c,i,j]·X[d,i,j])/(C·H·W)",
      "Y[0,1] = (X[0,0,0]·X[1,0,0] + X[0,0,1]·X[1,0,1])/4",
      "Y[0,1] = (1·3 + 2·4)/4 = (3 + 8)/4 = 11/4 = 2.75",
    ],
  ],
  [
    "its gradient hears from the channel's row and from its column",
    {
      ...GRAM,
      dy: [
        [1, 2],
        [3, 4],
      ],
    },
    "grads.x",
    [0, 0, 1],
    [
      "dL/dX[c,i,j] = sum over d of (G[c,d] + G[d,c])·X[d,i,j]",
      "dL/dX[0,0,1] = (G[0,0] + G[0,0])·X[0,0,1] + (G[0,1] + G[1,0])·X[1,0,1]",
      "dL/dX[0,0,1] = (1 + 1)·2 + (2 + 3)·4 = 4 + 20 = 24",
    ],
  ],
];

describe("layers and losses are worked out line by line", () => {
  it.each(ROWS)("%s", (_, question, ask, at, lines) => {
    expect(worked(question, ask, at)).toEqual(lines);
  });
});
