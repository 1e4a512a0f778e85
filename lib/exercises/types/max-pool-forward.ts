import { imageDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** The largest value of each window; the padding never wins. */
export const maxPoolForward = defineExercise({
  id: "max-pool-forward",
  version: 1,
  topic: "pooling",
  title: "Max pooling",
  cards: [28],
  rule: "max-pool-cell",
  mistakes: ["POOL_KIND_SWAPPED", "STRIDE_IGNORED"],
  levels: [
    { height: 4, width: 4, kernel: 2, stride: 2, channels: 1, below: 0 },
    { height: 4, width: 6, kernel: 2, stride: 2, channels: 1, below: 6 },
    { height: 5, width: 5, kernel: 3, stride: 2, channels: 1, below: 12 },
    { height: 4, width: 6, kernel: 2, stride: 2, channels: 2, below: 20 },
    { height: 7, width: 7, kernel: 3, stride: 2, channels: 2, below: 40 },
  ],
  sample: (random, controls) => ({
    question: {
      op: "max_pool2d",
      params: window(controls),
      inputs: { x: imageDraft(random, controls) },
    },
    ask: "y",
  }),
  statement: ({ question }) =>
    task(question, "Max pooling takes X{settings}. Work out the output Y."),
});

function window({ kernel, stride }: { readonly kernel: number; readonly stride: number }) {
  return { kernel, stride };
}
