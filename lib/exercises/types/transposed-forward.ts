import { transposedDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Every input cell stamps the kernel; where stamps meet they add. */
export const transposedForward = defineExercise({
  id: "transposed-forward",
  version: 1,
  topic: "transposed",
  title: "Stamp and add",
  rule: "stamp-cell",
  mistakes: ["OVERLAP_OVERWRITTEN", "KERNEL_FLIPPED"],
  levels: [
    { largest: 4, height: 2, width: 2, kernelHeight: 2, kernelWidth: 2, zeros: 10, signed: false },
    { largest: 5, height: 2, width: 3, kernelHeight: 2, kernelWidth: 2, signed: false },
    { largest: 6, height: 3, width: 3, kernelHeight: 2, kernelWidth: 2 },
    { largest: 8, height: 3, width: 3, kernelHeight: 2, kernelWidth: 3 },
    { largest: 9, height: 3, width: 3, kernelHeight: 3, kernelWidth: 3 },
  ],
  sample: (random, controls) => ({ question: transposedDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(
      question,
      "Stamp the kernel K onto the output, once for each cell of X and times its value{settings}. Work out the output Y.",
    ),
});
