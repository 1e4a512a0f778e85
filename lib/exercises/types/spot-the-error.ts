import { convDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { isSpotted } from "../key";
import { spotDraft } from "../spot-draft";
import { spotTask } from "../spot-words";

/** Somebody’s working of a convolution with one mistake in it: each of the mistakes but the one is a wrong name for it. */
export const spotTheError = defineExercise({
  id: "spot-the-error",
  version: 1,
  topic: "convolution",
  title: "Find the mistake in a worked convolution",
  rule: "conv-cell",
  mistakes: [
    "KERNEL_FLIPPED",
    "KERNEL_TRANSPOSED",
    "ADDED_NOT_MULTIPLIED",
    "TERM_DROPPED",
    "SIGN_SLIP",
  ],
  levels: [
    {
      largest: 4,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      padding: 1,
      stride: 2,
      inOneCell: false,
    },
    {
      largest: 5,
      height: 3,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      padding: 1,
      stride: 1,
      inOneCell: false,
    },
    {
      largest: 6,
      height: 4,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      padding: 1,
      stride: 1,
      inOneCell: true,
    },
    {
      largest: 8,
      height: 4,
      width: 4,
      kernelHeight: 3,
      kernelWidth: 3,
      padding: 1,
      stride: 1,
      inOneCell: true,
    },
    {
      largest: 9,
      height: 5,
      width: 5,
      kernelHeight: 3,
      kernelWidth: 3,
      padding: 1,
      stride: 1,
      inOneCell: true,
    },
  ],
  sample: (random, { inOneCell, ...controls }) => ({
    question: spotDraft(random, convDraft(random, controls), inOneCell),
    ask: "mistake",
  }),
  accepts: (_, key) => isSpotted(key),
  statement: ({ question }) => spotTask(question),
});
