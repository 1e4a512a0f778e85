import type { QuestionDraft } from "@/lib/question";
import type { TensorLabel } from "../../types";

export const INPUT = [
  [2, 1, 0],
  [0, 1, 1],
  [1, 2, 0],
];
export const KERNEL = [
  [2, 1],
  [-2, 3],
];
export const KERNEL_ROTATED = [
  [3, -2],
  [1, 2],
];
/** ∂L/∂Y of the loss below. */
export const GRADIENT = [
  [3, 1],
  [2, -1],
];
export const TARGET = [
  [2, 1],
  [1, 1],
];

/** The layer that the whole page is about. */
export const LAYER: QuestionDraft = {
  op: "conv2d",
  inputs: { x: INPUT, w: KERNEL, b: [0] },
  dy: GRADIENT,
};

/** The loss of the layer's output. */
export const LOSS: QuestionDraft = {
  op: "mse_loss",
  inputs: {
    x: [
      [8, 3],
      [5, -1],
    ],
    target: TARGET,
  },
};

/** ∂L/∂X as the output of an ordinary convolution: G in, the rotated kernel, padding 1. */
export const ROTATED: QuestionDraft = {
  op: "conv2d",
  params: { padding: 1 },
  inputs: { x: GRADIENT, w: KERNEL_ROTATED },
};

/** The same with the kernel as it is: the commonest slip. */
export const NOT_ROTATED: QuestionDraft = {
  op: "conv2d",
  params: { padding: 1 },
  inputs: { x: GRADIENT, w: KERNEL },
};

export const G: TensorLabel = { words: "gradient", symbol: "G", role: "gradient" };
export const INPUT_GRADIENT: TensorLabel = {
  words: "gradient",
  symbol: "\\partial L/\\partial X",
  role: "gradient",
};
export const ROTATED_KERNEL: TensorLabel = {
  words: "rotated",
  symbol: "\\operatorname{rot180}(K)",
};
