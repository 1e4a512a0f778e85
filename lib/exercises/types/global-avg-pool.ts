import { imageDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** One mean for each channel. */
export const globalAvgPool = defineExercise({
  id: "global-avg-pool",
  version: 1,
  topic: "pooling",
  title: "Global average pooling",
  cards: [22],
  rule: "avg-pool-rule",
  mistakes: ["POOL_KIND_SWAPPED", "NOT_DIVIDED"],
  levels: [
    { height: 2, width: 2, channels: 2, below: 0 },
    { height: 2, width: 2, channels: 4, below: 6 },
    { height: 2, width: 4, channels: 4, below: 14 },
    { height: 4, width: 4, channels: 3, below: 24 },
    { height: 4, width: 5, channels: 4, below: 40 },
  ],
  sample: (random, image) => ({
    question: { op: "global_avg_pool2d", inputs: { x: imageDraft(random, image) } },
    ask: "y",
  }),
  statement: ({ question }) =>
    task(question, "Global average pooling takes X. Work out the output Y."),
});
