import { defineExercise } from "../exercise";
import { layerList } from "../network-words";

/** A small classifier: the fully connected layer often holds most of it. */
export const networkParameters = defineExercise({
  id: "network-parameters",
  version: 1,
  topic: "networks",
  title: "The parameters of a whole network",
  rule: "network-total",
  mistakes: ["BIAS_FORGOTTEN", "CHANNELS_FORGOTTEN", "ONE_BIAS"],
  levels: [
    { largest: 22, channels: 3, filters: 10, kernel: 3, blocks: 1, classes: 12 },
    { largest: 32, channels: 4, filters: 20, kernel: 4, blocks: 1, classes: 40 },
    { largest: 32, channels: 3, filters: 16, kernel: 5, blocks: 2, classes: 10 },
    { largest: 64, channels: 4, filters: 32, kernel: 5, blocks: 2, classes: 100 },
    { largest: 128, channels: 4, filters: 64, kernel: 7, blocks: 3, classes: 1000 },
  ],
  sample: (random, { largest, channels, filters, kernel, blocks, classes }) => {
    const block = () => [
      { name: "Conv2d", out: random.int(2, filters), kernel: random.int(2, kernel) },
      { name: "ReLU" },
      { name: "MaxPool2d", kernel: 2 },
    ];
    const size = () => random.int(Math.ceil(largest * 0.6), largest);
    return {
      question: {
        op: "network",
        layers: [
          ...Array.from({ length: blocks }, block).flat(),
          { name: "Flatten" },
          { name: "Linear", out: random.int(2, classes) },
        ],
        inputs: { x: { shape: [1, random.int(1, channels), size(), size()] } },
      },
      ask: "params",
    };
  },
  statement: (asked) => layerList(asked, "How many parameters does it learn in all?"),
});
