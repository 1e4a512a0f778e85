import { convDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** One row: what sliding means before there are two axes. */
export const conv1d = defineExercise({
  id: "conv-1d",
  version: 1,
  topic: "convolution",
  title: "Slide a kernel along a row",
  rule: "conv-terms",
  mistakes: ["KERNEL_FLIPPED", "ADDED_NOT_MULTIPLIED"],
  levels: [
    { largest: 4, height: 1, width: 5, kernelHeight: 1, kernelWidth: 2, zeros: 10, signed: false },
    { largest: 5, height: 1, width: 6, kernelHeight: 1, kernelWidth: 3, signed: false },
    { largest: 6, height: 1, width: 7, kernelHeight: 1, kernelWidth: 3 },
    { largest: 8, height: 1, width: 8, kernelHeight: 1, kernelWidth: 4 },
    { largest: 9, height: 1, width: 9, kernelHeight: 1, kernelWidth: 5 },
  ],
  sample: (random, controls) => ({ question: convDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(question, "Slide the kernel K along the row X{settings}. Work out the output Y = X ⋆ K."),
});
