import { convBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Card 77, posed well: X is given and is not G. */
export const convWeightGradient = defineExercise({
  id: "conv-weight-gradient",
  version: 1,
  topic: "gradients",
  title: "The gradient of the kernel",
  cards: [77],
  rule: "kernel-gradient-cell",
  mistakes: ["GRADIENT_ROTATED", "GRADIENT_FOR_INPUT"],
  levels: [
    { largest: 3, height: 3, width: 3, kernelHeight: 2, kernelWidth: 2, zeros: 20, signed: false },
    { largest: 5, height: 3, width: 3, kernelHeight: 2, kernelWidth: 2 },
    { largest: 6, height: 4, width: 4, kernelHeight: 2, kernelWidth: 2 },
    { largest: 7, height: 4, width: 5, kernelHeight: 3, kernelWidth: 3 },
    { largest: 9, height: 5, width: 5, kernelHeight: 3, kernelWidth: 3 },
  ],
  sample: (random, controls, conventions) => ({
    question: convBackwardDraft(random, controls, conventions),
    ask: "grads.w",
  }),
  statement: ({ question }) =>
    task(
      question,
      "The layer Y = X ⋆ K{settings} is given, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂K.",
    ),
});
