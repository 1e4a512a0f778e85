import { compareTask } from "../compare-words";
import { defineExercise } from "../exercise";

/** K²·Cin + Cin·Cout against K²·Cin·Cout: 1/Cout + 1/K² of the weights. */
export const separableRatio = defineExercise({
  id: "separable-ratio",
  version: 1,
  topic: "counts",
  title: "What a depthwise separable convolution saves",
  rule: "count-ratio",
  mistakes: ["GROUPS_IGNORED", "FILTERS_FORGOTTEN"],
  levels: [
    { least: 3, channels: 8, filters: 32, kernel: 5, size: 16, count: "params" },
    { least: 6, channels: 24, filters: 48, kernel: 5, size: 24, count: "params" },
    { least: 16, channels: 64, filters: 96, kernel: 5, size: 32, count: "macs" },
    { least: 48, channels: 128, filters: 192, kernel: 7, size: 64, count: "macs" },
    { least: 128, channels: 512, filters: 768, kernel: 9, size: 128, count: "macs" },
  ],
  sample: (random, { least, channels, filters, kernel, size, count }) => {
    const [depth, out] = [random.int(least, channels), random.int(least, filters)];
    const window = random.int(2, kernel);
    return {
      question: {
        op: "compare",
        count: count === "macs" ? "macs" : "params",
        by: "ratio",
        left: [
          { name: "Conv2d", out: depth, kernel: window, groups: depth, bias: false },
          { name: "Conv2d", out, kernel: 1, bias: false },
        ],
        right: [{ name: "Conv2d", out, kernel: window, bias: false }],
        inputs: { x: { shape: [1, depth, random.int(window, size), random.int(window, size)] } },
      },
      ask: count === "macs" ? "macs" : "params",
    };
  },
  statement: ({ question, ask }) =>
    compareTask(
      question,
      ["a depthwise separable convolution", "an ordinary one"],
      `Divide the ${ask === "macs" ? "multiply–adds (MACs)" : "parameters"} of the first by those of the second. Write a fraction, or at least three significant digits.`,
    ),
});
