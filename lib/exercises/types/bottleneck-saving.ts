import { compareTask } from "../compare-words";
import { defineExercise } from "../exercise";

/** C·c + 9c² + c·C in place of 9C²: what the squeeze saves. */
export const bottleneckSaving = defineExercise({
  id: "bottleneck-saving",
  version: 1,
  topic: "counts",
  title: "What a 1 × 1 bottleneck saves",
  rule: "count-difference",
  mistakes: ["CHANNELS_FORGOTTEN", "TIMES_POSITIONS"],
  levels: [
    { least: 6, channels: 72, size: 48, kernel: 3, bias: false },
    { least: 24, channels: 96, size: 56, kernel: 3, bias: false },
    { least: 64, channels: 160, size: 56, kernel: 3, bias: true },
    { least: 128, channels: 512, size: 80, kernel: 5, bias: true },
    { least: 512, channels: 2048, size: 128, kernel: 7, bias: true },
  ],
  sample: (random, { least, channels, size, kernel, bias }) => {
    const wide = random.int(least, channels);
    const narrow = random.int(2, Math.floor(wide / 3));
    const window = kernel === 3 ? 3 : 2 * random.int(1, Math.floor(kernel / 2)) + 1;
    const padding = (window - 1) / 2;
    const side = random.int(window, size);
    return {
      question: {
        op: "compare",
        count: "params",
        by: "difference",
        left: [{ name: "Conv2d", out: wide, kernel: window, padding, bias }],
        right: [
          { name: "Conv2d", out: narrow, kernel: 1, bias },
          { name: "Conv2d", out: narrow, kernel: window, padding, bias },
          { name: "Conv2d", out: wide, kernel: 1, bias },
        ],
        inputs: { x: { shape: [1, wide, side, side] } },
      },
      ask: "params",
    };
  },
  statement: ({ question }) =>
    compareTask(
      question,
      ["one convolution", "a bottleneck"],
      "How many parameters does the bottleneck save?",
    ),
});
