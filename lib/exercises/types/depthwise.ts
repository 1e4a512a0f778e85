import { convDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** As many groups as channels: nothing is summed over channels. */
export const depthwise = defineExercise({
  id: "depthwise",
  version: 1,
  topic: "convolution",
  title: "A depthwise convolution",
  rule: "conv-group",
  mistakes: ["GROUPS_IGNORED", "KERNEL_FLIPPED"],
  levels: [
    {
      largest: 3,
      height: 2,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 2,
      filters: 2,
      groups: 2,
      signed: false,
    },
    {
      largest: 4,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 2,
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
      channels: 3,
      filters: 3,
      groups: 3,
    },
    {
      largest: 6,
      height: 4,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 3,
      filters: 3,
      groups: 3,
    },
    {
      largest: 9,
      height: 4,
      width: 4,
      kernelHeight: 3,
      kernelWidth: 3,
      channels: 4,
      filters: 4,
      groups: 4,
    },
  ],
  sample: (random, controls) => ({ question: convDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(question, "Each channel of X meets a kernel of its own. Work out the output Y."),
});
