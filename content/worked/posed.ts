import type { QuestionDraft } from "@/lib/question";

/** Card 76: a kernel that takes the cell below and to the right from each cell. */
export const SLIDE: QuestionDraft = {
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

/** Card 77: its gradient and its kernel, with the input that it leaves out. */
export const FOR_THE_KERNEL: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: [
      [2, 0, 1, 3, 1],
      [1, 4, 0, 2, 5],
      [3, 1, 2, 0, 1],
      [0, 2, 5, 1, 3],
      [4, 1, 0, 2, 2],
    ],
    w: [
      [1, 0, -1],
      [2, 0, -2],
      [1, 0, -1],
    ],
  },
  dy: [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ],
};

/** Cards 78–80: a 4×4 input, a 2×2 kernel, stride 2; sizes alone. */
export const STRIDED: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2 },
  inputs: { x: { shape: [4, 4] }, w: { shape: [2, 2] } },
};

/** Card 81: what its layer would do at the stride that it names. */
export const AT_STRIDE_1: QuestionDraft = {
  op: "conv2d",
  params: { stride: 1 },
  inputs: { x: { shape: [4, 4] }, w: { shape: [2, 2] } },
};

/** Card 82: a layer to be counted. */
export const LAYER: QuestionDraft = {
  op: "conv2d",
  params: { padding: 2 },
  inputs: {
    x: { shape: [3, 32, 32] },
    w: { shape: [10, 3, 5, 5] },
    b: { shape: [10] },
  },
};

/** Card 83: an image as an activation; what is asked is only how much it holds. */
export const IMAGE: QuestionDraft = { op: "relu", inputs: { x: { shape: [3, 28, 28] } } };
