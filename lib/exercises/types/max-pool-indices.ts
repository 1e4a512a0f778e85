import { imageDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Where each maximum stood, counted row by row within its plane. */
export const maxPoolIndices = defineExercise({
  id: "max-pool-indices",
  version: 1,
  topic: "pooling",
  title: "Where the maxima stood",
  cards: [58],
  rule: "pool-index-cell",
  mistakes: ["INDEX_IN_WINDOW"],
  levels: [
    { height: 4, width: 4, kernel: 2, stride: 2, channels: 1, below: 0 },
    { height: 4, width: 6, kernel: 2, stride: 2, channels: 1, below: 6 },
    { height: 5, width: 5, kernel: 3, stride: 2, channels: 1, below: 12 },
    { height: 4, width: 6, kernel: 2, stride: 2, channels: 2, below: 20 },
    { height: 7, width: 7, kernel: 3, stride: 2, channels: 2, below: 40 },
  ],
  sample: (random, { kernel, stride, ...image }) => ({
    question: {
      op: "max_pool2d",
      params: { kernel, stride },
      inputs: { x: imageDraft(random, image) },
    },
    ask: "indices",
  }),
  statement: ({ question }) =>
    task(
      question,
      "Max pooling takes X{settings}. Where did each maximum stand? Count the cells of a plane row by row, from 0.",
    ),
});
