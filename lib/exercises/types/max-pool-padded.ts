import { imageDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** The padding of max pooling is −∞: among negative values a zero would win. */
export const maxPoolPadded = defineExercise({
  id: "max-pool-padded",
  version: 1,
  topic: "pooling",
  title: "Max pooling of negative values, padded",
  rule: "max-pool-window",
  mistakes: ["ZERO_PADDING_IN_MAX", "PADDING_IGNORED"],
  levels: [
    { height: 3, width: 3, kernel: 2, stride: 2, padding: 1, channels: 1, below: 9 },
    { height: 4, width: 4, kernel: 2, stride: 2, padding: 1, channels: 1, below: 14 },
    { height: 5, width: 5, kernel: 3, stride: 2, padding: 1, channels: 1, below: 24 },
    { height: 5, width: 6, kernel: 3, stride: 2, padding: 1, channels: 2, below: 56 },
    { height: 7, width: 7, kernel: 3, stride: 2, padding: 1, channels: 2, below: 90 },
  ],
  sample: (random, { kernel, stride, padding, ...image }) => ({
    question: {
      op: "max_pool2d",
      params: { kernel, stride, padding },
      inputs: { x: imageDraft(random, image) },
    },
    ask: "y",
  }),
  statement: ({ question }) =>
    task(question, "Max pooling takes X{settings}. Work out the output Y."),
});
