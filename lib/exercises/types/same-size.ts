import { shapesOnly } from "../drafts";
import { defineExercise } from "../exercise";
import { layerOf } from "../tasks";
import { planeOf, shapeOf, sizes } from "../wording";

/** "Same" padding at a stride leaves ⌈I/S⌉. */
export const sameSize = defineExercise({
  id: "same-size",
  version: 2,
  topic: "sizes",
  title: "The size that SAME leaves at a stride",
  rule: "same-size",
  mistakes: ["STRIDE_IGNORED", "AXES_SWAPPED", "PADDING_IGNORED"],
  levels: [
    { least: 8, largest: 160, kernel: 6, stride: 2 },
    { least: 32, largest: 200, kernel: 7, stride: 3 },
    { least: 64, largest: 320, kernel: 7, stride: 4 },
    { least: 128, largest: 640, kernel: 9, stride: 5 },
    { least: 256, largest: 1200, kernel: 11, stride: 7 },
  ],
  sample: (random, { least, largest, kernel, stride }) => {
    const size = random.int(3, kernel);
    return {
      question: {
        op: "conv2d",
        params: { stride: random.int(2, stride), padding: "same" },
        inputs: shapesOnly({
          x: [random.int(least, largest), random.int(least, largest)],
          w: [size, size],
        }),
      },
      ask: "shapes.y",
    };
  },
  statement: ({ question }) => {
    const layer = layerOf(question);
    return [
      [
        `The input is ${sizes(planeOf(layer))}, the kernel ${sizes(shapeOf(layer, "w"))}, with stride ${String(layer.params.stride)} and “same” padding, as TensorFlow means it. ` +
          "What is the size of the output?",
      ],
    ];
  },
});
