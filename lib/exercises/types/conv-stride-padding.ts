import { convDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Zeros around the input, and a window that jumps. */
export const convStridePadding = defineExercise({
  id: "conv-stride-padding",
  version: 1,
  topic: "convolution",
  title: "Slide with a stride over a padded input",
  rule: "conv-window",
  mistakes: ["STRIDE_IGNORED", "PADDING_IGNORED", "KERNEL_FLIPPED"],
  levels: [
    {
      largest: 3,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      stride: 2,
      padding: 1,
      zeros: 20,
      signed: false,
    },
    {
      largest: 5,
      height: 4,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      stride: 2,
      padding: 1,
      signed: false,
    },
    {
      largest: 6,
      height: 4,
      width: 5,
      kernelHeight: 3,
      kernelWidth: 3,
      stride: 2,
      padding: 1,
      zeros: 5,
    },
    { largest: 8, height: 5, width: 5, kernelHeight: 3, kernelWidth: 3, stride: 2, padding: 1 },
    { largest: 9, height: 6, width: 7, kernelHeight: 3, kernelWidth: 3, stride: 2, padding: 2 },
  ],
  sample: (random, controls) => ({ question: convDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(question, "Slide the kernel K over the input X{settings}. Work out the output Y."),
});
