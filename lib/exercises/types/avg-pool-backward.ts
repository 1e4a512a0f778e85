import { poolBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Each gradient is shared evenly by its window; shares add. */
export const avgPoolBackward = defineExercise({
  id: "avg-pool-backward",
  version: 1,
  topic: "pooling",
  title: "The gradient through average pooling",
  rule: "avg-pool-gradient-cell",
  mistakes: ["NOT_DIVIDED", "OVERLAP_OVERWRITTEN"],
  levels: [
    { height: 3, width: 3, kernel: 2, stride: 1, channels: 1, below: 0, largest: 4 },
    { height: 3, width: 4, kernel: 2, stride: 1, channels: 1, below: 4, largest: 6 },
    { height: 4, width: 4, kernel: 2, stride: 1, channels: 1, below: 8, largest: 8 },
    { height: 4, width: 4, kernel: 2, stride: 1, channels: 2, below: 16, largest: 10 },
    { height: 6, width: 6, kernel: 4, stride: 2, channels: 2, below: 36, largest: 16 },
  ],
  sample: (random, controls, conventions) => ({
    question: poolBackwardDraft(random, "avg_pool2d", controls, conventions),
    ask: "grads.x",
  }),
  statement: ({ question }) =>
    task(
      question,
      "Average pooling takes X{settings}, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂X.",
    ),
});
