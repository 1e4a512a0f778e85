import { defineExercise } from "../exercise";
import { layerList } from "../network-words";

/** A 1 × 1 kernel has one weight for each channel: it squeezes before the 3 × 3 and widens after it. */
export const bottleneck = defineExercise({
  id: "bottleneck",
  version: 1,
  topic: "counts",
  title: "What a 1 × 1 bottleneck costs",
  rule: "network-total",
  mistakes: ["CHANNELS_FORGOTTEN", "TIMES_POSITIONS"],
  levels: [
    { least: 4, channels: 80, squeeze: 16, kernel: 3, largest: 28, bias: false },
    { least: 40, channels: 128, squeeze: 24, kernel: 3, largest: 40, bias: false },
    { least: 96, channels: 200, squeeze: 48, kernel: 3, largest: 56, bias: true },
    { least: 128, channels: 512, squeeze: 96, kernel: 5, largest: 56, bias: true },
    { least: 512, channels: 2048, squeeze: 512, kernel: 7, largest: 112, bias: true },
  ],
  sample: (random, { least, channels, squeeze, kernel, largest, bias }) => {
    const wide = random.int(least, channels);
    const narrow = random.int(2, squeeze);
    const size = random.int(7, largest);
    return {
      question: {
        op: "network",
        layers: [
          { name: "Conv2d", out: narrow, kernel: 1, bias },
          { name: "Conv2d", out: narrow, kernel: random.int(3, kernel), padding: 1, bias },
          { name: "Conv2d", out: wide, kernel: 1, bias },
        ],
        inputs: { x: { shape: [1, wide, size, size] } },
      },
      ask: "params",
    };
  },
  statement: (asked) => layerList(asked, "How many parameters do its layers learn in all?"),
});
