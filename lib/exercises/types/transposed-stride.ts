import { transposedDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** The stride sets the stamps apart; padding crops the result. */
export const transposedStride = defineExercise({
  id: "transposed-stride",
  version: 1,
  topic: "transposed",
  title: "Stamps apart, edges cropped",
  rule: "stamp-reach",
  mistakes: ["ZEROS_NOT_INSERTED", "NOT_CROPPED", "OVERLAP_OVERWRITTEN"],
  levels: [
    {
      largest: 3,
      height: 2,
      width: 2,
      kernelHeight: 3,
      kernelWidth: 3,
      stride: 2,
      padding: 1,
      zeros: 25,
      signed: false,
    },
    {
      largest: 5,
      height: 2,
      width: 2,
      kernelHeight: 3,
      kernelWidth: 3,
      stride: 2,
      padding: 1,
      zeros: 5,
    },
    { largest: 6, height: 2, width: 3, kernelHeight: 3, kernelWidth: 3, stride: 2, padding: 1 },
    { largest: 8, height: 3, width: 3, kernelHeight: 3, kernelWidth: 3, stride: 2, padding: 1 },
    { largest: 9, height: 3, width: 3, kernelHeight: 4, kernelWidth: 4, stride: 3, padding: 1 },
  ],
  sample: (random, controls) => ({ question: transposedDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(question, "Work out the transposed convolution Y of X by K{settings}."),
});
