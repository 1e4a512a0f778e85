import { defineExercise } from "../exercise";
import { convOfSizes, sizesTask } from "../tasks";

/** What a layer leaves in memory is its output, for every image of the batch. */
export const activationMemory = defineExercise({
  id: "activation-memory",
  version: 2,
  topic: "counts",
  title: "The memory of a layer’s output",
  rule: "memory-values",
  mistakes: ["BATCH_FORGOTTEN", "VALUES_FOR_BYTES", "CHANNELS_FORGOTTEN", "KILO_FOR_KIBI"],
  levels: [
    { batch: 5, largest: 18, channels: 5, filters: 9, kernel: 3, stride: 1, padding: 0 },
    { batch: 8, largest: 22, channels: 8, filters: 12, kernel: 4, stride: 2, padding: 0 },
    { batch: 16, largest: 32, channels: 16, filters: 32, kernel: 5, stride: 2, padding: 1 },
    { batch: 64, largest: 64, channels: 48, filters: 64, kernel: 5, stride: 3, padding: 2 },
    { batch: 128, largest: 224, channels: 128, filters: 256, kernel: 7, stride: 4, padding: 3 },
  ],
  sample: (random, { batch, largest, channels, filters, kernel, stride, padding }) => ({
    question: convOfSizes({
      batch: random.int(2, batch),
      channels: random.int(1, channels),
      height: random.int(Math.ceil(largest / 2), largest),
      width: random.int(Math.ceil(largest / 2), largest),
      filters: random.int(2, filters),
      kernel: random.int(2, kernel),
      stride: random.int(Math.min(2, stride), stride),
      padding: random.int(Math.min(1, padding), padding),
    }),
    ask: "memory.y",
  }),
  statement: ({ question }) =>
    sizesTask(
      question,
      "A convolution",
      "How much memory does its output take as float32? Write bytes, or a unit of your own.",
    ),
});
