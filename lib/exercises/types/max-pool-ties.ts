import { poolBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Of equal maxima the first, row by row, takes the whole gradient. */
export const maxPoolTies = defineExercise({
  id: "max-pool-ties",
  version: 1,
  topic: "pooling",
  title: "A tie in max pooling’s gradient",
  cards: [73],
  rule: "max-pool-tie",
  mistakes: ["ALL_TIES", "SPREAD_EVENLY"],
  levels: [
    { height: 4, width: 4, kernel: 2, stride: 2, channels: 1, values: 3, largest: 3 },
    { height: 4, width: 6, kernel: 2, stride: 2, channels: 1, values: 3, largest: 5 },
    { height: 5, width: 5, kernel: 3, stride: 2, channels: 1, values: 4, largest: 6 },
    { height: 4, width: 6, kernel: 2, stride: 2, channels: 2, values: 4, largest: 8 },
    { height: 5, width: 7, kernel: 3, stride: 2, channels: 2, values: 6, largest: 9 },
  ],
  sample: (random, controls, conventions) => ({
    question: poolBackwardDraft(random, "max_pool2d", controls, conventions),
    ask: "grads.x",
  }),
  statement: ({ question }) =>
    task(
      question,
      "Max pooling takes X{settings}, and G = ∂L/∂Y arrives at its output. Of equal maxima the first, row by row, counts. Work out ∂L/∂X.",
    ),
});
