import { defineExercise } from "../exercise";
import { convOfSizes, sizesTask } from "../tasks";

/** A multiply–add is two floating-point operations; the batch multiplies them all. */
export const flops = defineExercise({
  id: "flops",
  version: 1,
  topic: "counts",
  title: "The floating-point operations of a batch",
  rule: "flops",
  mistakes: ["MACS_FOR_FLOPS", "BATCH_FORGOTTEN", "BIAS_COUNTED", "INPUT_SIZE_FOR_OUTPUT"],
  levels: [
    { batch: 6, largest: 16, channels: 5, filters: 8, kernel: 3, stride: 1, padding: 0 },
    { batch: 10, largest: 20, channels: 8, filters: 12, kernel: 4, stride: 2, padding: 0 },
    { batch: 20, largest: 32, channels: 16, filters: 32, kernel: 5, stride: 2, padding: 1 },
    { batch: 64, largest: 64, channels: 48, filters: 64, kernel: 5, stride: 3, padding: 2 },
    { batch: 128, largest: 224, channels: 128, filters: 256, kernel: 7, stride: 4, padding: 3 },
  ],
  sample: (random, { batch, largest, channels, filters, kernel, stride, padding }) => ({
    question: convOfSizes({
      batch: random.int(3, batch),
      channels: random.int(2, channels),
      height: random.int(Math.ceil(largest / 2), largest),
      width: random.int(Math.ceil(largest / 2), largest),
      filters: random.int(3, filters),
      kernel: random.int(2, kernel),
      stride: random.int(Math.min(2, stride), stride),
      padding: random.int(Math.min(1, padding), padding),
    }),
    ask: "flops",
  }),
  statement: ({ question }) =>
    sizesTask(
      question,
      "A convolution",
      "How many floating-point operations does one forward pass take, two for each multiply–add?",
    ),
});
