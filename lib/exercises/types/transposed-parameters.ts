import { defineExercise } from "../exercise";
import { convOfSizes, sizesTask } from "../tasks";

/** Cin·Cout·kH·kW weights, and one bias for each of the Cout output channels. */
export const transposedParameters = defineExercise({
  id: "transposed-parameters",
  version: 1,
  topic: "counts",
  title: "The parameters of a transposed convolution",
  rule: "parameters",
  mistakes: ["BIAS_FORGOTTEN", "ONE_BIAS", "CHANNELS_FORGOTTEN"],
  levels: [
    { largest: 16, channels: 6, filters: 6, kernel: 4, stride: 2 },
    { largest: 24, channels: 12, filters: 16, kernel: 5, stride: 2 },
    { largest: 32, channels: 48, filters: 32, kernel: 5, stride: 3 },
    { largest: 64, channels: 128, filters: 64, kernel: 7, stride: 4 },
    { largest: 128, channels: 512, filters: 512, kernel: 9, stride: 4 },
  ],
  sample: (random, { largest, channels, filters, kernel, stride }) => ({
    question: convOfSizes(
      {
        channels: random.int(2, channels),
        height: random.int(Math.ceil(largest / 4), largest),
        width: random.int(Math.ceil(largest / 4), largest),
        filters: random.int(2, filters),
        kernel: random.int(2, kernel),
        stride: random.int(2, stride),
      },
      "conv_transpose2d",
    ),
    ask: "params",
  }),
  statement: ({ question }) =>
    sizesTask(question, "A transposed convolution", "How many parameters does it learn?"),
});
