import { convDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** A filter sums over all channels and adds its bias once. */
export const convChannels = defineExercise({
  id: "conv-channels",
  version: 1,
  topic: "convolution",
  title: "Sum over channels, add the bias once",
  rule: "partial-sum",
  mistakes: ["FIRST_CHANNEL_ONLY", "BIAS_FORGOTTEN", "BIAS_PER_CHANNEL", "KERNEL_FLIPPED"],
  levels: [
    {
      largest: 3,
      height: 2,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 2,
      filters: 1,
      bias: true,
      zeros: 15,
      signed: false,
    },
    {
      largest: 4,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 2,
      filters: 1,
      bias: true,
      signed: false,
    },
    {
      largest: 5,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 3,
      filters: 1,
      bias: true,
    },
    {
      largest: 6,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 3,
      filters: 2,
      bias: true,
    },
    {
      largest: 9,
      height: 4,
      width: 4,
      kernelHeight: 3,
      kernelWidth: 3,
      channels: 3,
      filters: 2,
      bias: true,
    },
  ],
  sample: (random, controls) => ({ question: convDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(
      question,
      "Convolve the channels of X with the filters of K{settings}, and add the bias b. Work out the output Y.",
    ),
});
