import { convBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Every filter sends its share back to every channel that it read. */
export const convChannelGradient = defineExercise({
  id: "conv-channel-gradient",
  version: 1,
  topic: "gradients",
  title: "The input’s gradient over several filters",
  rule: "input-gradient-terms",
  mistakes: ["FIRST_CHANNEL_ONLY", "KERNEL_NOT_ROTATED"],
  levels: [
    {
      largest: 3,
      height: 2,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 1,
      filters: 2,
      zeros: 15,
      signed: false,
    },
    {
      largest: 4,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 1,
      filters: 2,
      signed: false,
    },
    { largest: 5, height: 3, width: 3, kernelHeight: 2, kernelWidth: 2, channels: 2, filters: 2 },
    { largest: 7, height: 3, width: 4, kernelHeight: 2, kernelWidth: 2, channels: 2, filters: 2 },
    { largest: 9, height: 4, width: 4, kernelHeight: 2, kernelWidth: 2, channels: 2, filters: 3 },
  ],
  sample: (random, controls, conventions) => ({
    question: convBackwardDraft(random, controls, conventions),
    ask: "grads.x",
  }),
  statement: ({ question }) =>
    task(
      question,
      "A convolution with the filters K takes X, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂X.",
    ),
});
