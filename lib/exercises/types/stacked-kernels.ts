import { defineExercise } from "../exercise";
import { layerList } from "../network-words";

/** Two or three 3 × 3 layers see what one 5 × 5 or 7 × 7 does, with 18C² or 27C² weights against 25C² or 49C². */
export const stackedKernels = defineExercise({
  id: "stacked-kernels",
  version: 2,
  topic: "counts",
  title: "Stacked small kernels",
  rule: "parameters-filter",
  mistakes: ["CHANNELS_FORGOTTEN", "FILTERS_FORGOTTEN", "OFF_BY_ONE"],
  levels: [
    { least: 2, channels: 32, layers: 2, filters: 32, bias: false },
    { least: 6, channels: 64, layers: 2, filters: 64, bias: true },
    { least: 16, channels: 96, layers: 3, filters: 128, bias: true },
    { least: 48, channels: 256, layers: 3, filters: 320, bias: true },
    { least: 128, channels: 512, layers: 4, filters: 640, bias: true },
  ],
  sample: (random, { least, channels, layers, filters, bias }) => ({
    question: {
      op: "network",
      layers: Array.from({ length: layers }, () => ({
        name: "Conv2d",
        out: random.int(least, filters),
        kernel: 3,
        padding: 1,
        bias,
      })),
      inputs: { x: { shape: [1, random.int(least, channels), 32, 32] } },
    },
    ask: "params",
  }),
  statement: (asked) => layerList(asked, "How many parameters do the layers learn in all?"),
});
