import { shapesOnly } from "../drafts";
import { defineExercise } from "../exercise";
import { filterWords, inputWords, layerOf } from "../tasks";

/** Card 80: ∂L/∂K has the kernel's own shape, Cout × Cin × kH × kW. */
export const kernelGradientShape = defineExercise({
  id: "kernel-gradient-shape",
  version: 1,
  topic: "sizes",
  title: "The shape of the kernel’s gradient",
  cards: [80],
  rule: "gradient-shape",
  mistakes: ["AXES_SWAPPED"],
  levels: [
    { largest: 16, channels: 6, filters: 8, kernel: 4 },
    { largest: 32, channels: 12, filters: 24, kernel: 5 },
    { largest: 64, channels: 48, filters: 64, kernel: 6 },
    { largest: 160, channels: 200, filters: 256, kernel: 9 },
    { largest: 400, channels: 512, filters: 999, kernel: 12 },
  ],
  sample: (random, { largest, channels, filters, kernel }) => {
    const inChannels = random.int(2, channels);
    return {
      question: {
        op: "conv2d",
        inputs: shapesOnly({
          x: [
            inChannels,
            random.int(Math.ceil(largest / 2), largest),
            random.int(Math.ceil(largest / 2), largest),
          ],
          w: [random.int(2, filters), inChannels, random.int(1, kernel), random.int(1, kernel)],
        }),
      },
      ask: "shapes.grads.w",
    };
  },
  statement: ({ question }) => {
    const layer = layerOf(question);
    return [
      [
        `A convolution with ${filterWords(layer)}, takes ${inputWords(layer)}. ` +
          "What is the shape of ∂L/∂K, filters first?",
      ],
    ];
  },
});
