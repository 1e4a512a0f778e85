import { imageDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** The divisor may leave the padding out: then it is smaller at the edges. */
export const avgPoolInside = defineExercise({
  id: "avg-pool-inside",
  version: 1,
  topic: "pooling",
  title: "Average pooling that leaves the padding out",
  rule: "avg-pool-divisor-inside",
  mistakes: ["DIVISOR_WITH_PADDING", "PADDING_IGNORED"],
  levels: [
    { height: 2, width: 4, kernel: 2, stride: 2, padding: 1, channels: 1, below: 0 },
    { height: 4, width: 4, kernel: 2, stride: 2, padding: 1, channels: 1, below: 8 },
    { height: 4, width: 6, kernel: 2, stride: 2, padding: 1, channels: 1, below: 14 },
    { height: 4, width: 6, kernel: 2, stride: 2, padding: 1, channels: 2, below: 30 },
    { height: 6, width: 6, kernel: 4, stride: 2, padding: 2, channels: 2, below: 60 },
  ],
  sample: (random, { kernel, stride, padding, ...image }) => ({
    question: {
      op: "avg_pool2d",
      params: { kernel, stride, padding, count_include_pad: false },
      inputs: { x: imageDraft(random, image) },
    },
    ask: "y",
  }),
  statement: ({ question }) =>
    task(question, "Average pooling takes X{settings}. Work out the output Y."),
});
