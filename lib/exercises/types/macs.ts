import { defineExercise } from "../exercise";
import { convOfSizes, sizesTask } from "../tasks";

/** N·Hout·Wout·Cout·Cin·kH·kW: every output value takes one product for each weight of its filter. */
export const macs = defineExercise({
  id: "macs",
  version: 1,
  topic: "counts",
  title: "The multiply–adds of a convolution",
  rule: "macs",
  mistakes: ["INPUT_SIZE_FOR_OUTPUT", "CHANNELS_FORGOTTEN", "FILTERS_FORGOTTEN", "FLOPS_FOR_MACS"],
  levels: [
    { batch: 1, largest: 18, channels: 7, filters: 10, kernel: 4, stride: 1, padding: 0 },
    { batch: 1, largest: 24, channels: 8, filters: 14, kernel: 4, stride: 2, padding: 0 },
    { batch: 1, largest: 32, channels: 16, filters: 32, kernel: 5, stride: 2, padding: 1 },
    { batch: 8, largest: 64, channels: 48, filters: 64, kernel: 5, stride: 3, padding: 2 },
    { batch: 32, largest: 224, channels: 128, filters: 256, kernel: 7, stride: 4, padding: 3 },
  ],
  sample: (random, { batch, largest, channels, filters, kernel, stride, padding }) => ({
    question: convOfSizes({
      batch: random.int(Math.min(2, batch), batch),
      channels: random.int(2, channels),
      height: random.int(Math.ceil(largest / 2), largest),
      width: random.int(Math.ceil(largest / 2), largest),
      filters: random.int(3, filters),
      kernel: random.int(2, kernel),
      stride: random.int(Math.min(2, stride), stride),
      padding: random.int(Math.min(1, padding), padding),
    }),
    ask: "macs",
  }),
  statement: ({ question }) =>
    sizesTask(
      question,
      "A convolution",
      "How many multiply–adds (MACs) does one forward pass take?",
    ),
});
