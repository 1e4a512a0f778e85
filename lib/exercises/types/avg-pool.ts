import { imageDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** The mean of each window. */
export const avgPool = defineExercise({
  id: "avg-pool",
  version: 1,
  topic: "pooling",
  title: "Average pooling",
  cards: [28],
  rule: "avg-pool-cell",
  mistakes: ["POOL_KIND_SWAPPED", "NOT_DIVIDED", "STRIDE_IGNORED"],
  levels: [
    { height: 4, width: 4, kernel: 2, channels: 1, below: 0 },
    { height: 4, width: 6, kernel: 2, channels: 1, below: 6 },
    { height: 4, width: 6, kernel: 2, channels: 2, below: 20 },
    { height: 6, width: 6, kernel: 2, channels: 2, below: 30 },
    { height: 8, width: 8, kernel: 4, channels: 2, below: 60 },
  ],
  sample: (random, { kernel, ...image }) => ({
    question: {
      op: "avg_pool2d",
      params: { kernel, stride: kernel },
      inputs: { x: imageDraft(random, image) },
    },
    ask: "y",
  }),
  statement: ({ question }) =>
    task(question, "Average pooling takes X{settings}. Work out the output Y."),
});
