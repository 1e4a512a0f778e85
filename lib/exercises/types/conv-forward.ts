import { convDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Card 76: one channel, no padding, the kernel not turned. */
export const convForward = defineExercise({
  id: "conv-forward",
  version: 1,
  topic: "convolution",
  title: "Slide a kernel over an input",
  cards: [76],
  rule: "conv-cell",
  mistakes: ["KERNEL_FLIPPED", "KERNEL_TRANSPOSED", "ADDED_NOT_MULTIPLIED", "OUTPUT_TRANSPOSED"],
  levels: [
    { largest: 4, height: 3, width: 3, kernelHeight: 2, kernelWidth: 2, zeros: 15, signed: false },
    { largest: 6, height: 3, width: 4, kernelHeight: 2, kernelWidth: 2, zeros: 10, signed: false },
    { largest: 6, height: 4, width: 4, kernelHeight: 2, kernelWidth: 2 },
    { largest: 8, height: 4, width: 4, kernelHeight: 3, kernelWidth: 3, zeros: 5 },
    { largest: 9, height: 5, width: 5, kernelHeight: 3, kernelWidth: 3 },
  ],
  sample: (random, controls) => ({ question: convDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(question, "Slide the kernel K over the input X{settings}. Work out the output Y = X ⋆ K."),
});
