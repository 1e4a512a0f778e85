import { transposedBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Back through a transposed convolution: an ordinary one of G. */
export const transposedGradient = defineExercise({
  id: "transposed-gradient",
  version: 2,
  topic: "transposed",
  title: "The gradient through a transposed convolution",
  rule: "input-gradient-why",
  mistakes: ["KERNEL_FLIPPED", "STRIDE_IGNORED"],
  levels: [
    {
      largest: 3,
      height: 2,
      width: 2,
      kernelHeight: 2,
      kernelWidth: 2,
      stride: 2,
      zeros: 20,
      signed: false,
    },
    { largest: 5, height: 2, width: 3, kernelHeight: 2, kernelWidth: 2, stride: 2 },
    { largest: 6, height: 3, width: 3, kernelHeight: 2, kernelWidth: 2, stride: 2 },
    { largest: 7, height: 2, width: 3, kernelHeight: 3, kernelWidth: 3, stride: 2 },
    { largest: 9, height: 3, width: 3, kernelHeight: 3, kernelWidth: 3, stride: 2, padding: 1 },
  ],
  sample: (random, controls) => ({
    question: transposedBackwardDraft(random, controls),
    ask: "grads.x",
  }),
  statement: ({ question }) =>
    task(
      question,
      "A transposed convolution by K takes X{settings}, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂X.",
    ),
});
