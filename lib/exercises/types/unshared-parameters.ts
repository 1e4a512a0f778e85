import { defineExercise } from "../exercise";
import { layerFrom } from "../asked";
import { type ConvSizes, convOfSizes, sizesTask } from "../tasks";

/** Without sharing each place of the output learns weights and a bias of its own. */
export const unsharedParameters = defineExercise({
  id: "unshared-parameters",
  version: 1,
  topic: "counts",
  title: "What sharing weights saves",
  cards: [33],
  rule: "unshared-total",
  mistakes: ["INPUT_SIZE_FOR_OUTPUT", "CHANNELS_FORGOTTEN", "BIAS_FORGOTTEN"],
  levels: [
    { largest: 22, channels: 8, filters: 12, kernel: 4, stride: 1, padding: 0 },
    { largest: 28, channels: 8, filters: 16, kernel: 4, stride: 2, padding: 0 },
    { largest: 40, channels: 12, filters: 24, kernel: 5, stride: 2, padding: 1 },
    { largest: 56, channels: 32, filters: 48, kernel: 5, stride: 3, padding: 2 },
    { largest: 160, channels: 128, filters: 192, kernel: 7, stride: 4, padding: 3 },
  ],
  sample: (random, { largest, channels, filters, kernel, stride, padding }) => {
    const sizes: ConvSizes = {
      channels: random.int(2, channels),
      height: random.int(Math.ceil(largest / 2), largest),
      width: random.int(Math.ceil(largest / 2), largest),
      filters: random.int(2, filters),
      kernel: random.int(2, kernel),
      stride: random.int(Math.min(2, stride), stride),
      padding: random.int(Math.min(1, padding), padding),
    };
    return {
      question: (conventions) => ({
        op: "unshared",
        question: layerFrom(convOfSizes(sizes), conventions),
        conventions,
      }),
      ask: "params",
    };
  },
  statement: ({ question }) =>
    question.op === "unshared"
      ? sizesTask(
          question.question,
          "A locally connected layer, which works like a convolution",
          "But its weights are not shared: at each place of the output every filter has weights and a bias of its own. How many parameters does it learn?",
        )
      : [],
});
