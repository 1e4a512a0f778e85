import type { Asked } from "@/lib/answer/check";
import { parseNetworkQuestion } from "@/lib/network/schema";
import { type QuestionDraft, questionFrom } from "@/lib/question";

const NINE = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];
export const card76 = conv({
  inputs: {
    x: NINE,
    w: [
      [1, 0],
      [0, -1],
    ],
  },
});
export const asymmetric = conv({
  inputs: {
    x: NINE,
    w: [
      [1, 2],
      [0, -1],
    ],
  },
});
export const card82 = conv({
  params: { padding: 2 },
  inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
});
export const card83 = conv({
  inputs: { x: { shape: [3, 28, 28] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
});
export const batchOfOne = conv({
  params: { padding: 2 },
  inputs: { x: { shape: [1, 3, 32, 32] }, w: { shape: [10, 3, 5, 5] } },
});
export const batchOfTwo = conv({
  inputs: { x: { shape: [2, 3, 8, 9] }, w: { shape: [4, 3, 3, 3] } },
});
export const average = questionFrom({
  op: "avg_pool2d",
  params: { kernel: [1, 3] },
  inputs: {
    x: [
      [1, 2, 2],
      [1, 1, 0],
      [1, 2, 3],
    ],
  },
});
export const loss = questionFrom({ op: "mse_loss", inputs: { x: [[1, 2]], target: [[0, 0]] } });
export const globalPool = questionFrom({
  op: "global_avg_pool2d",
  inputs: {
    x: [[[1, 3]], [[4, 6]]],
  },
});
export const network = parseNetworkQuestion({
  op: "network",
  layers: [
    { name: "Conv2d", out: 8, kernel: 3, stride: 2 },
    { name: "Conv2d", out: 8, kernel: 3 },
  ],
  inputs: { x: { shape: [1, 3, 32, 32] } },
});
export const constant = questionFrom({
  op: "batch_norm_train",
  inputs: {
    x: [
      [5, 5],
      [5, 5],
    ],
  },
});

/** A question about a convolution. */
export function conv(draft: Omit<QuestionDraft, "op">): Asked {
  return questionFrom({ op: "conv2d", ...draft });
}

/** The same question under other conventions. */
export function under(question: Asked, conventions: Partial<Asked["conventions"]>): Asked {
  return { ...question, conventions: { ...question.conventions, ...conventions } };
}
