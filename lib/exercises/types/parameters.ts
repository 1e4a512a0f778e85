import { defineExercise } from "../exercise";
import { convOfSizes, sizesTask } from "../tasks";

/** Card 82: Cout·(Cin·kH·kW + 1). */
export const parameters = defineExercise({
  id: "parameters",
  version: 1,
  topic: "counts",
  title: "The parameters of a convolution",
  cards: [82],
  rule: "parameters",
  mistakes: [
    "BIAS_FORGOTTEN",
    "ONE_BIAS",
    "CHANNELS_FORGOTTEN",
    "FILTERS_FORGOTTEN",
    "TIMES_POSITIONS",
    "OFF_BY_ONE",
  ],
  levels: [
    { largest: 32, channels: 5, filters: 12, kernel: 4, stride: 1, padding: 0 },
    { largest: 48, channels: 8, filters: 20, kernel: 5, stride: 1, padding: 2 },
    { largest: 64, channels: 24, filters: 32, kernel: 5, stride: 2, padding: 2 },
    { largest: 128, channels: 64, filters: 128, kernel: 7, stride: 3, padding: 3 },
    { largest: 256, channels: 512, filters: 512, kernel: 11, stride: 4, padding: 5 },
  ],
  sample: (random, { largest, channels, filters, kernel, stride, padding }) => ({
    question: convOfSizes({
      channels: random.int(2, channels),
      height: random.int(Math.ceil(largest / 2), largest),
      width: random.int(Math.ceil(largest / 2), largest),
      filters: random.int(3, filters),
      kernel: random.int(2, kernel),
      stride: random.int(Math.min(2, stride), stride),
      padding: random.int(Math.min(1, padding), padding),
    }),
    ask: "params",
  }),
  statement: ({ question }) =>
    sizesTask(question, "A convolution", "How many parameters does it learn?"),
});
