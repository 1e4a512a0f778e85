import { convDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** A 1 × 1 kernel mixes the channels of each place. */
export const pointwise = defineExercise({
  id: "pointwise",
  version: 1,
  topic: "convolution",
  title: "A 1 × 1 convolution mixes channels",
  rule: "conv-terms",
  mistakes: ["FIRST_CHANNEL_ONLY", "ADDED_NOT_MULTIPLIED", "OUTPUT_TRANSPOSED"],
  levels: [
    {
      largest: 4,
      height: 2,
      width: 2,
      kernelHeight: 1,
      kernelWidth: 1,
      channels: 2,
      filters: 1,
      signed: false,
    },
    {
      largest: 5,
      height: 2,
      width: 3,
      kernelHeight: 1,
      kernelWidth: 1,
      channels: 3,
      filters: 1,
      signed: false,
    },
    { largest: 6, height: 2, width: 3, kernelHeight: 1, kernelWidth: 1, channels: 3, filters: 2 },
    { largest: 8, height: 3, width: 3, kernelHeight: 1, kernelWidth: 1, channels: 3, filters: 2 },
    { largest: 9, height: 3, width: 3, kernelHeight: 1, kernelWidth: 1, channels: 4, filters: 3 },
  ],
  sample: (random, controls) => ({ question: convDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(
      question,
      "Each filter of K is 1 × 1 and weighs the channels of X. Work out the output Y.",
    ),
});
