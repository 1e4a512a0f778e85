import { convBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Zeros go between the cells of G, and the padding is cropped away. */
export const convInputGradientStrided = defineExercise({
  id: "conv-input-gradient-strided",
  version: 1,
  topic: "gradients",
  title: "The input’s gradient, with stride and padding",
  rule: "input-gradient-reach",
  mistakes: ["ZEROS_NOT_INSERTED", "NOT_CROPPED", "KERNEL_NOT_ROTATED"],
  levels: [
    {
      largest: 3,
      height: 3,
      width: 3,
      kernelHeight: 3,
      kernelWidth: 3,
      stride: 2,
      padding: 1,
      zeros: 25,
      signed: false,
    },
    {
      largest: 5,
      height: 3,
      width: 5,
      kernelHeight: 3,
      kernelWidth: 3,
      stride: 2,
      padding: 1,
      signed: false,
    },
    { largest: 6, height: 5, width: 5, kernelHeight: 3, kernelWidth: 3, stride: 2, padding: 1 },
    { largest: 8, height: 5, width: 7, kernelHeight: 3, kernelWidth: 3, stride: 2, padding: 1 },
    { largest: 9, height: 7, width: 7, kernelHeight: 3, kernelWidth: 3, stride: 2, padding: 2 },
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
