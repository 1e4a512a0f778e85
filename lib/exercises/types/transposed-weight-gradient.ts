import { transposedBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Each weight was stamped once for each cell of X: it gathers the G that its stamps met. */
export const transposedWeightGradient = defineExercise({
  id: "transposed-weight-gradient",
  version: 1,
  topic: "transposed",
  title: "The kernel’s gradient of a transposed convolution",
  rule: "kernel-gradient-cell",
  mistakes: ["GRADIENT_ROTATED", "STRIDE_IGNORED"],
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
    ask: "grads.w",
  }),
  statement: ({ question }) =>
    task(
      question,
      "A transposed convolution by K takes X{settings}, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂K.",
    ),
});
