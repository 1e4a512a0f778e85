import { defineExercise } from "../exercise";
import { layerList } from "../network-words";

/** K²·C for the depthwise layer and C·Cout for the 1 × 1 one. */
export const depthwiseSeparable = defineExercise({
  id: "depthwise-separable",
  version: 1,
  topic: "counts",
  title: "A depthwise separable convolution",
  rule: "network-total",
  mistakes: ["GROUPS_IGNORED", "CHANNELS_FORGOTTEN", "TIMES_POSITIONS"],
  levels: [
    { least: 3, channels: 16, filters: 40, kernel: 3, largest: 20, bias: false },
    { least: 8, channels: 32, filters: 80, kernel: 5, largest: 32, bias: false },
    { least: 16, channels: 64, filters: 128, kernel: 5, largest: 56, bias: true },
    { least: 40, channels: 160, filters: 256, kernel: 7, largest: 112, bias: true },
    { least: 128, channels: 512, filters: 1024, kernel: 9, largest: 224, bias: true },
  ],
  sample: (random, { least, channels, filters, kernel, largest, bias }) => {
    const depth = random.int(least, channels);
    return {
      question: {
        op: "network",
        layers: [
          { name: "Conv2d", out: depth, kernel: random.int(2, kernel), groups: depth, bias },
          { name: "Conv2d", out: random.int(least, filters), kernel: 1, bias },
        ],
        inputs: { x: { shape: [1, depth, random.int(9, largest), random.int(9, largest)] } },
      },
      ask: "params",
    };
  },
  statement: (asked) => layerList(asked, "How many parameters do the two layers learn together?"),
});
