import { convBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** The images of a batch add up; nothing divides by their number. */
export const convWeightGradientBatch = defineExercise({
  id: "conv-weight-gradient-batch",
  version: 1,
  topic: "gradients",
  title: "The kernel’s gradient over a batch",
  rule: "kernel-gradient-terms",
  mistakes: ["BATCH_AVERAGED", "GRADIENT_ROTATED"],
  levels: [
    {
      largest: 3,
      batch: 2,
      height: 2,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      zeros: 15,
      signed: false,
    },
    { largest: 4, batch: 2, height: 3, width: 3, kernelHeight: 2, kernelWidth: 2, signed: false },
    { largest: 6, batch: 2, height: 3, width: 3, kernelHeight: 2, kernelWidth: 2, filters: 2 },
    {
      largest: 7,
      batch: 2,
      height: 3,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 2,
      filters: 2,
    },
    {
      largest: 9,
      batch: 3,
      height: 4,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 2,
      filters: 2,
    },
  ],
  sample: (random, controls, conventions) => ({
    question: convBackwardDraft(random, controls, conventions),
    ask: "grads.w",
  }),
  statement: ({ question }) =>
    task(
      question,
      "A convolution with the filters K takes the images X, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂K.",
    ),
});
