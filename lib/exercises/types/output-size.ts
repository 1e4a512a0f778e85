import { convParams, shapesOnly } from "../drafts";
import { defineExercise } from "../exercise";
import { layerOf } from "../tasks";
import { planeOf, settingWords, shapeOf, sizes } from "../wording";

/** Card 78: ⌊(I + 2P − k)/S⌋ + 1 along both axes. */
export const outputSize = defineExercise({
  id: "output-size",
  version: 2,
  topic: "sizes",
  title: "The size of a convolution’s output",
  cards: [78],
  rule: "output-size",
  mistakes: ["PLUS_ONE_FORGOTTEN", "STRIDE_IGNORED", "AXES_SWAPPED", "CEIL_FOR_FLOOR", "NO_FLOOR"],
  levels: [
    { least: 5, largest: 32, leastStride: 2, mostStride: 3, mostPadding: 0, kernel: 5 },
    { least: 12, largest: 48, leastStride: 2, mostStride: 3, mostPadding: 1, kernel: 6 },
    { least: 24, largest: 96, leastStride: 2, mostStride: 4, mostPadding: 2, kernel: 7 },
    { least: 64, largest: 192, leastStride: 2, mostStride: 4, mostPadding: 3, kernel: 9 },
    { least: 150, largest: 400, leastStride: 3, mostStride: 5, mostPadding: 4, kernel: 11 },
  ],
  sample: (random, { least, largest, leastStride, mostStride, mostPadding, kernel }) => ({
    question: {
      op: "conv2d",
      params: convParams({
        stride: random.int(leastStride, mostStride),
        padding: mostPadding === 0 ? 0 : random.int(1, mostPadding),
      }),
      inputs: shapesOnly({
        x: [random.int(least, largest), random.int(least, largest)],
        w: [random.int(2, kernel), random.int(2, kernel)],
      }),
    },
    ask: "shapes.y",
  }),
  statement: ({ question }) => {
    const layer = layerOf(question);
    return [
      [
        `The input is ${sizes(planeOf(layer))}, the kernel ${sizes(shapeOf(layer, "w"))}, with ${settingWords(layer.params)}. ` +
          "What is the size of the output?",
      ],
    ];
  },
});
