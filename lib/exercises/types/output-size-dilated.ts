import { convParams, shapesOnly } from "../drafts";
import { defineExercise } from "../exercise";
import { layerOf } from "../tasks";
import { planeOf, settingWords, shapeOf, sizes } from "../wording";

/** The dilated kernel k′ = D(k − 1) + 1 takes the kernel's place. */
export const outputSizeDilated = defineExercise({
  id: "output-size-dilated",
  version: 1,
  topic: "sizes",
  title: "The size that a dilated kernel leaves",
  rule: "dilated-size",
  mistakes: ["DILATION_IGNORED", "DILATION_TIMES_KERNEL", "PLUS_ONE_FORGOTTEN"],
  levels: [
    { least: 12, largest: 60, kernel: 4, mostDilation: 4, mostStride: 1, mostPadding: 0 },
    { least: 16, largest: 72, kernel: 4, mostDilation: 5, mostStride: 1, mostPadding: 1 },
    { least: 24, largest: 80, kernel: 5, mostDilation: 5, mostStride: 2, mostPadding: 2 },
    { least: 64, largest: 160, kernel: 6, mostDilation: 6, mostStride: 3, mostPadding: 4 },
    { least: 120, largest: 320, kernel: 7, mostDilation: 8, mostStride: 4, mostPadding: 8 },
  ],
  sample: (random, { least, largest, kernel, mostDilation, mostStride, mostPadding }) => ({
    question: {
      op: "conv2d",
      params: convParams({
        stride: mostStride === 1 ? 1 : random.int(2, mostStride),
        padding: mostPadding === 0 ? 0 : random.int(1, mostPadding),
        dilation: random.int(3, mostDilation),
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
