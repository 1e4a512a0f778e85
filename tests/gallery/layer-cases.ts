import type { GalleryCase } from "./cases";
import type { QuestionDraft } from "@/lib/question";

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

const PADDED_AVERAGE: QuestionDraft = {
  op: "avg_pool2d",
  params: { kernel: 2, stride: 2, padding: 1 },
  inputs: OVERLAPPING.inputs,
  dy: [
    [1, -2],
    [3, 4],
  ],
};

const CROSS_ENTROPY: QuestionDraft = {
  op: "cross_entropy",
  inputs: {
    x: [
      [1, 2, 3],
      [0, 1, 0],
    ],
    target: [2, 0],
  },
};

const BATCH_NORM: QuestionDraft = {
  op: "batch_norm_train",
  inputs: {
    x: [
      [[[1, 3]], [[2, -2]]],
      [[[5, 7]], [[0, 4]]],
    ],
    gamma: [2, 1],
    beta: [1, 0],
  },
  dy: [
    [[[1, 0]], [[0, 1]]],
    [[[0, 0]], [[2, 0]]],
  ],
};

const GRAM: QuestionDraft = {
  op: "gram",
  inputs: { x: [[[1, 2]], [[3, 4]]] },
  dy: [
    [1, 2],
    [3, 4],
  ],
};

/** Pages of the gallery about pooling, layers and losses. */
export const LAYER_GALLERY: readonly GalleryCase[] = [
  {
    file: "max-pooling",
    title: "Max pooling, with overlapping windows and a tie",
    parts: [
      {
        says: "Four windows that overlap, and two nines",
        question: OVERLAPPING,
        asks: [
          { ask: "shapes.y" },
          { ask: "y" },
          { ask: "y", at: [0, 1] },
          { ask: "indices", at: [0, 1] },
          { ask: "grads.x" },
          { ask: "grads.x", at: [1, 1] },
          { ask: "grads.x", at: [1, 2] },
        ],
      },
      {
        says: "Padding counts as −∞",
        question: { ...OVERLAPPING, params: { kernel: 2, stride: 2, padding: 1 } },
        asks: [{ ask: "y", at: [0, 0] }],
      },
    ],
  },
  {
    file: "average-pooling",
    title: "Average pooling, with padding and without",
    parts: [
      {
        says: "The zeros of the padding count",
        question: PADDED_AVERAGE,
        asks: [{ ask: "y" }, { ask: "y", at: [0, 1] }, { ask: "grads.x", at: [0, 1] }],
      },
      {
        says: "The padding is left out",
        question: {
          ...PADDED_AVERAGE,
          params: { kernel: 2, stride: 2, padding: 1, count_include_pad: false },
        },
        asks: [{ ask: "y", at: [0, 1] }, { ask: "grads.x" }],
      },
      {
        says: "The last window hangs over the edge",
        question: {
          op: "avg_pool2d",
          params: { kernel: 2, stride: 2, ceil_mode: true },
          inputs: OVERLAPPING.inputs,
        },
        asks: [{ ask: "shapes.y" }, { ask: "y", at: [0, 1] }],
      },
      {
        says: "Adaptive pooling",
        question: {
          op: "adaptive_avg_pool2d",
          params: { output_size: [1, 2] },
          inputs: { x: [[1, 2, 3, 4, 5]] },
        },
        asks: [
          { ask: "y", at: [0, 1] },
          { ask: "grads.x", at: [0, 2] },
        ],
      },
    ],
  },
  {
    file: "softmax-and-cross-entropy",
    title: "Softmax and cross-entropy",
    parts: [
      {
        says: "Softmax by itself",
        question: { op: "softmax", inputs: { x: [1, 2, 3] }, dy: [1, 0, -1] },
        asks: [{ ask: "y" }, { ask: "y", at: [1] }, { ask: "grads.x", at: [1] }],
      },
      {
        says: "With −ln of the target, and the mean over two samples",
        question: CROSS_ENTROPY,
        asks: [{ ask: "y" }, { ask: "grads.x" }, { ask: "grads.x", at: [0, 2] }],
      },
    ],
  },
  {
    file: "batch-normalisation",
    title: "Batch normalisation in training",
    parts: [
      {
        says: "Two images of two channels",
        question: BATCH_NORM,
        asks: [
          { ask: "y" },
          { ask: "y", at: [1, 1, 0, 1] },
          { ask: "grads.beta" },
          { ask: "grads.gamma", at: [0] },
          { ask: "grads.x", at: [0, 0, 0, 0] },
          { ask: "params" },
        ],
      },
    ],
  },
  {
    file: "gram-matrix",
    title: "The Gram matrix of two channels",
    parts: [
      {
        says: "Inner products between channels",
        question: GRAM,
        asks: [
          { ask: "shapes.y" },
          { ask: "y" },
          { ask: "y", at: [0, 1] },
          { ask: "grads.x", at: [0, 0, 1] },
        ],
      },
      {
        says: "Normalised",
        question: { ...GRAM, params: { normalize: true } },
        asks: [{ ask: "y", at: [0, 1] }],
      },
    ],
  },
];
