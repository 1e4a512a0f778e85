import { defineExercise } from "../exercise";
import { flattenSlips } from "../flatten-slips";
import { layerList } from "../network-words";
import { computedSlips } from "../predict";

/** What a fully connected layer sees once a convolution and a pooling have gone before. */
export const flattenSize = defineExercise({
  id: "flatten-size",
  version: 2,
  topic: "networks",
  title: "How many features after Flatten?",
  rule: "network-flatten",
  mistakes: [
    "CEIL_FOR_FLOOR",
    "PLUS_ONE_FORGOTTEN",
    "STRIDE_IGNORED",
    "POOLING_SKIPPED",
    "CHANNELS_FORGOTTEN",
  ],
  levels: [
    { largest: 32, channels: 3, filters: 12, kernel: 3, blocks: 1, padding: 0 },
    { largest: 40, channels: 4, filters: 16, kernel: 5, blocks: 1, padding: 1 },
    { largest: 48, channels: 4, filters: 16, kernel: 5, blocks: 2, padding: 0 },
    { largest: 96, channels: 6, filters: 32, kernel: 5, blocks: 2, padding: 2 },
    { largest: 224, channels: 8, filters: 64, kernel: 7, blocks: 3, padding: 2 },
  ],
  sample: (random, { largest, channels, filters, kernel, blocks, padding }) => {
    const block = () => [
      {
        name: "Conv2d",
        out: random.int(2, filters),
        kernel: random.int(2, kernel),
        ...(padding === 0 ? {} : { padding: random.int(1, padding) }),
      },
      { name: "MaxPool2d", kernel: 2 },
    ];
    return {
      question: {
        op: "network",
        layers: [...Array.from({ length: blocks }, block).flat(), { name: "Flatten" }],
        inputs: {
          x: {
            shape: [
              random.int(1, 4),
              random.int(1, channels),
              random.int(Math.ceil(largest * 0.7), largest),
              random.int(Math.ceil(largest * 0.7), largest),
            ],
          },
        },
      },
      ask: "shapes.y",
    };
  },
  slips: (asked, key) => [...computedSlips(asked, key), ...flattenSlips(asked.question)],
  statement: (asked) => layerList(asked, "What is the shape of the output, examples first?"),
});
