import { layerOf } from "../convolution-words";
import { convParams, shapesOnly } from "../drafts";
import { defineExercise } from "../exercise";
import { planeOf, settingWords, shapeOf, sizes } from "../wording";

/** Card 78: ⌊(I + 2P − k′)/S⌋ + 1 along both axes. */
export const outputSize = defineExercise({
  id: "output-size",
  version: 1,
  topic: "sizes",
  title: "The size of a convolution’s output",
  cards: [78],
  rule: "output-size",
  mistakes: ["PLUS_ONE_FORGOTTEN", "STRIDE_IGNORED", "AXES_SWAPPED", "CEIL_FOR_FLOOR"],
  levels: [
    { least: 5, largest: 16, stride: 2, mostStride: 3, mostPadding: 0, kernel: 3 },
    { least: 12, largest: 40, stride: 2, mostStride: 3, mostPadding: 1, kernel: 4 },
    { least: 24, largest: 80, stride: 2, mostStride: 4, mostPadding: 2, kernel: 5 },
    { least: 48, largest: 160, stride: 2, mostStride: 4, mostPadding: 3, kernel: 7 },
    { least: 96, largest: 256, stride: 3, mostStride: 5, mostPadding: 4, kernel: 11 },
  ],
  sample: (random, { least, largest, stride, mostStride, mostPadding, kernel }) => {
    const size = random.int(2, kernel);
    return {
      question: {
        op: "conv2d",
        params: convParams({
          stride: random.int(stride, mostStride),
          padding: mostPadding === 0 ? 0 : random.int(1, mostPadding),
        }),
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
        `A ${sizes(planeOf(layer))} input meets a ${sizes(shapeOf(layer, "w"))} kernel with ${settingWords(layer.params)}. ` +
          "What is the size of the output?",
      ],
    ];
  },
});
