import { convBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** The taps stand apart, so a weight meets inputs that are D cells off. */
export const dilatedGradient = defineExercise({
  id: "dilated-gradient",
  version: 1,
  topic: "gradients",
  title: "The gradient of a dilated kernel",
  rule: "kernel-gradient-rule",
  mistakes: ["DILATION_IGNORED", "GRADIENT_ROTATED"],
  levels: [
    {
      largest: 3,
      height: 4,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      dilation: 2,
      zeros: 15,
      signed: false,
    },
    {
      largest: 5,
      height: 4,
      width: 5,
      kernelHeight: 2,
      kernelWidth: 2,
      dilation: 2,
      signed: false,
    },
    { largest: 6, height: 5, width: 5, kernelHeight: 2, kernelWidth: 2, dilation: 2 },
    { largest: 8, height: 6, width: 6, kernelHeight: 3, kernelWidth: 3, dilation: 2 },
    { largest: 9, height: 6, width: 6, kernelHeight: 3, kernelWidth: 3, dilation: 2, padding: 1 },
  ],
  sample: (random, controls, conventions) => ({
    question: convBackwardDraft(random, controls, conventions),
    ask: "grads.w",
  }),
  statement: ({ question }) =>
    task(
      question,
      "The layer slides K over X{settings}, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂K.",
    ),
});
