import { compareTask } from "../compare-words";
import { defineExercise } from "../exercise";

/** 25C² against 18C², 49C² against 27C²: as wide a view, with fewer weights. */
export const stackedSaving = defineExercise({
  id: "stacked-saving",
  version: 1,
  topic: "counts",
  title: "Two small kernels against a large one",
  cards: [19],
  rule: "count-difference",
  mistakes: ["CHANNELS_FORGOTTEN", "BIAS_FORGOTTEN", "FILTERS_FORGOTTEN"],
  levels: [
    { least: 2, channels: 40, layers: 2, size: 32 },
    { least: 20, channels: 64, layers: 2, size: 40 },
    { least: 30, channels: 96, layers: 3, size: 48 },
    { least: 40, channels: 160, layers: 3, size: 64 },
    { least: 128, channels: 512, layers: 4, size: 128 },
  ],
  sample: (random, { least, channels, layers, size }) => {
    const [inChannels, out] = [random.int(least, channels), random.int(least, channels)];
    const small = { name: "Conv2d", out, kernel: 3, padding: 1 };
    const side = random.int(2 * layers + 1, size);
    return {
      question: {
        op: "compare",
        count: "params",
        by: "difference",
        left: [{ name: "Conv2d", out, kernel: 2 * layers + 1, padding: layers }],
        right: Array.from({ length: layers }, () => small),
        inputs: { x: { shape: [1, inChannels, side, side] } },
      },
      ask: "params",
    };
  },
  statement: ({ question }) =>
    compareTask(
      question,
      ["one convolution", "a stack that sees as far"],
      "How many parameters more does the one convolution learn? Where it learns fewer, write a negative number.",
    ),
});
