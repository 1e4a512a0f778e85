import { convBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Back through a 1 × 1 kernel: at each place Kᵀ times the gradients of all filters. */
export const pointwiseGradient = defineExercise({
  id: "pointwise-gradient",
  version: 1,
  topic: "gradients",
  title: "The input’s gradient through a 1 × 1 convolution",
  rule: "input-gradient-cell",
  mistakes: ["FIRST_CHANNEL_ONLY"],
  levels: [
    { largest: 4, height: 1, width: 2, kernelHeight: 1, kernelWidth: 1, channels: 2, filters: 2 },
    { largest: 5, height: 2, width: 2, kernelHeight: 1, kernelWidth: 1, channels: 2, filters: 2 },
    { largest: 6, height: 2, width: 2, kernelHeight: 1, kernelWidth: 1, channels: 3, filters: 3 },
    { largest: 8, height: 2, width: 3, kernelHeight: 1, kernelWidth: 1, channels: 3, filters: 3 },
    { largest: 9, height: 2, width: 3, kernelHeight: 1, kernelWidth: 1, channels: 4, filters: 4 },
  ],
  sample: (random, controls, conventions) => ({
    question: convBackwardDraft(random, controls, conventions),
    ask: "grads.x",
  }),
  statement: ({ question }) =>
    task(
      question,
      "A convolution with the 1 × 1 filters of K takes X, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂X.",
    ),
});
