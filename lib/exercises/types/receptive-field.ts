import { defineExercise } from "../exercise";
import { layerList } from "../network-words";

/** r += (k′ − 1)·j, and only then j *= S. */
export const receptiveField = defineExercise({
  id: "receptive-field",
  version: 1,
  topic: "networks",
  title: "How much of the input does a cell see?",
  cards: [37],
  rule: "receptive-field-size",
  mistakes: ["JUMP_UPDATED_FIRST", "ADDED_KERNEL_SIZE", "STRIDES_IGNORED", "POOLING_SKIPPED"],
  levels: [
    { layers: 2, kernel: 9, stride: 5, dilation: 1 },
    { layers: 3, kernel: 7, stride: 3, dilation: 1 },
    { layers: 4, kernel: 7, stride: 3, dilation: 1 },
    { layers: 5, kernel: 7, stride: 3, dilation: 2 },
    { layers: 7, kernel: 7, stride: 3, dilation: 3 },
  ],
  sample: (random, { layers, kernel, stride, dilation }) => {
    const conv = () => {
      const spread = random.int(1, dilation);
      return {
        name: "Conv2d",
        out: 8,
        kernel: random.int(2, kernel),
        stride: random.int(1, stride),
        ...(spread === 1 ? {} : { dilation: spread }),
      };
    };
    const pooled = random.int(0, layers - 1);
    const size = random.int(2, 4);
    const pool = { name: "MaxPool2d", kernel: size, stride: random.int(2, size) };
    return {
      question: {
        op: "network",
        layers: [
          ...Array.from({ length: pooled }, conv),
          pool,
          ...Array.from({ length: layers - pooled }, conv),
        ],
        inputs: { x: { shape: [1, 3, 4096, 4096] } },
      },
      ask: "receptive_field",
    };
  },
  statement: (asked) =>
    layerList(
      asked,
      "How many cells of the input does one cell of the last layer see, along one axis?",
    ),
});
