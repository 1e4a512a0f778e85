import { convBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** ∂L/∂b = Σ G over images, rows and columns. */
export const convBiasGradient = defineExercise({
  id: "conv-bias-gradient",
  version: 3,
  topic: "gradients",
  title: "The gradient of the bias",
  rule: "bias-gradient-cell",
  mistakes: ["NOT_SUMMED", "MEAN_FOR_SUM", "BATCH_AVERAGED"],
  levels: [
    {
      largest: 4,
      batch: 2,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      filters: 1,
      bias: true,
    },
    {
      largest: 6,
      batch: 2,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      filters: 2,
      bias: true,
    },
    {
      largest: 8,
      batch: 2,
      height: 3,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      filters: 3,
      bias: true,
    },
    {
      largest: 12,
      batch: 3,
      height: 4,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      filters: 3,
      bias: true,
    },
    {
      largest: 18,
      batch: 4,
      height: 4,
      width: 5,
      kernelHeight: 2,
      kernelWidth: 2,
      filters: 4,
      bias: true,
    },
  ],
  sample: (random, controls, conventions) => ({
    question: convBackwardDraft(random, controls, conventions),
    ask: "grads.b",
  }),
  statement: ({ question }) =>
    task(
      question,
      "A convolution with the filters K and the biases b takes the images X, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂b.",
    ),
});
