import { compareTask } from "../compare-words";
import { defineExercise } from "../exercise";

/** A fully connected layer between the same shapes has a weight for each pair of values; a convolution shares its own. */
export const convAgainstLinear = defineExercise({
  id: "conv-against-linear",
  version: 1,
  topic: "counts",
  title: "A fully connected layer against a convolution",
  cards: [33, 34],
  rule: "count-difference",
  mistakes: ["BIAS_FORGOTTEN", "CHANNELS_FORGOTTEN"],
  levels: [
    { least: 4, largest: 16, channels: 4, filters: 6, kernel: 4 },
    { least: 8, largest: 24, channels: 6, filters: 8, kernel: 5 },
    { least: 12, largest: 32, channels: 8, filters: 12, kernel: 5 },
    { least: 20, largest: 48, channels: 6, filters: 24, kernel: 5 },
    { least: 40, largest: 128, channels: 16, filters: 64, kernel: 7 },
  ],
  sample: (random, { least, largest, channels, filters, kernel }) => {
    const [height, width] = [random.int(least, largest), random.int(least, largest)];
    const out = random.int(1, filters);
    const window = random.int(2, Math.min(kernel, height, width));
    const places = (height - window + 1) * (width - window + 1);
    return {
      question: {
        op: "compare",
        count: "params",
        by: "difference",
        left: [{ name: "Flatten" }, { name: "Linear", out: out * places }],
        right: [{ name: "Conv2d", out, kernel: window }],
        inputs: { x: { shape: [1, random.int(1, channels), height, width] } },
      },
      ask: "params",
    };
  },
  statement: ({ question }) =>
    compareTask(
      question,
      ["a fully connected layer", "a convolution that gives as many values"],
      "How many parameters does the fully connected layer learn beyond those of the convolution?",
    ),
});
