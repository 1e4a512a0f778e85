import { convBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Scatter G·K, or correlate the padded G with the kernel turned by 180°. */
export const convInputGradient = defineExercise({
  id: "conv-input-gradient",
  version: 1,
  topic: "gradients",
  title: "The gradient of the input",
  rule: "input-gradient-cell",
  mistakes: ["KERNEL_NOT_ROTATED", "OVERLAP_OVERWRITTEN"],
  levels: [
    { largest: 3, height: 3, width: 3, kernelHeight: 2, kernelWidth: 2, zeros: 20, signed: false },
    { largest: 5, height: 3, width: 4, kernelHeight: 2, kernelWidth: 2 },
    { largest: 6, height: 4, width: 4, kernelHeight: 2, kernelWidth: 2 },
    { largest: 7, height: 4, width: 5, kernelHeight: 3, kernelWidth: 3 },
    { largest: 9, height: 5, width: 5, kernelHeight: 3, kernelWidth: 3 },
  ],
  sample: (random, controls, conventions) => ({
    question: convBackwardDraft(random, controls, conventions),
    ask: "grads.x",
  }),
  statement: ({ question }) =>
    task(
      question,
      "The layer Y = X ⋆ K{settings} is given, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂X.",
    ),
});
