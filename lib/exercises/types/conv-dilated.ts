import { convDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** The taps of the kernel stand D cells apart. */
export const convDilated = defineExercise({
  id: "conv-dilated",
  version: 1,
  topic: "convolution",
  title: "A dilated kernel",
  rule: "dilated-size",
  mistakes: ["DILATION_IGNORED", "KERNEL_FLIPPED"],
  levels: [
    {
      largest: 4,
      height: 3,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      dilation: 2,
      zeros: 10,
      signed: false,
    },
    {
      largest: 5,
      height: 4,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      dilation: 2,
      signed: false,
    },
    { largest: 6, height: 5, width: 5, kernelHeight: 2, kernelWidth: 2, dilation: 2 },
    { largest: 8, height: 6, width: 6, kernelHeight: 3, kernelWidth: 3, dilation: 2, zeros: 5 },
    { largest: 9, height: 6, width: 6, kernelHeight: 3, kernelWidth: 3, dilation: 2, padding: 1 },
  ],
  sample: (random, controls) => ({ question: convDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(question, "Slide the kernel K over the input X{settings}. Work out the output Y."),
});
