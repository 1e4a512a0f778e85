import { convBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** G's cells meet X a stride apart, and the padding counts as zeros. */
export const convWeightGradientStrided = defineExercise({
  id: "conv-weight-gradient-strided",
  version: 1,
  topic: "gradients",
  title: "The kernel’s gradient, with stride and padding",
  rule: "kernel-gradient-reach",
  mistakes: ["STRIDE_IGNORED", "PADDING_IGNORED", "GRADIENT_ROTATED"],
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
    ask: "grads.w",
  }),
  statement: ({ question }) =>
    task(
      question,
      "The layer Y = X ⋆ K{settings} is given, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂K.",
    ),
});
