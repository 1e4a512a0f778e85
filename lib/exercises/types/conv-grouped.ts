import { convDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { layerOf, task } from "../tasks";

/** Each group of filters reads its own group of channels. */
export const convGrouped = defineExercise({
  id: "conv-grouped",
  version: 1,
  topic: "convolution",
  title: "A grouped convolution",
  rule: "conv-group",
  mistakes: ["GROUPS_IGNORED", "FIRST_CHANNEL_ONLY"],
  levels: [
    {
      largest: 3,
      height: 2,
      width: 2,
      kernelHeight: 1,
      kernelWidth: 2,
      channels: 4,
      filters: 2,
      groups: 2,
      signed: false,
    },
    {
      largest: 4,
      height: 2,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 4,
      filters: 2,
      groups: 2,
      signed: false,
    },
    {
      largest: 5,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 4,
      filters: 2,
      groups: 2,
    },
    {
      largest: 6,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 4,
      filters: 4,
      groups: 2,
    },
    {
      largest: 8,
      height: 3,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 6,
      filters: 6,
      groups: 3,
    },
  ],
  sample: (random, controls) => ({ question: convDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(
      question,
      `Convolve X with the filters of K in ${layerOf(question).params.groups ?? 1} groups: each group of filters reads its own channels. Work out the output Y.`,
    ),
});
