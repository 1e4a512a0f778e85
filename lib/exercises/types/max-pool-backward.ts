import { poolBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Each gradient goes to its window's maximum; where windows share one, they add. */
export const maxPoolBackward = defineExercise({
  id: "max-pool-backward",
  version: 1,
  topic: "pooling",
  title: "The gradient through max pooling",
  cards: [72],
  rule: "max-pool-gradient-cell",
  mistakes: ["SPREAD_EVENLY", "OVERLAP_OVERWRITTEN"],
  levels: [
    { height: 3, width: 3, kernel: 2, stride: 1, channels: 1, below: 0, largest: 3 },
    { height: 3, width: 4, kernel: 2, stride: 1, channels: 1, below: 4, largest: 5 },
    { height: 5, width: 5, kernel: 3, stride: 2, channels: 1, below: 10, largest: 6 },
    { height: 4, width: 4, kernel: 2, stride: 1, channels: 2, below: 16, largest: 8 },
    { height: 5, width: 6, kernel: 3, stride: 1, channels: 2, below: 30, largest: 9 },
  ],
  sample: (random, controls, conventions) => ({
    question: poolBackwardDraft(random, "max_pool2d", controls, conventions),
    ask: "grads.x",
  }),
  statement: ({ question }) =>
    task(
      question,
      "Max pooling takes X{settings}, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂X.",
    ),
});
