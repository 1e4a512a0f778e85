import { defineExercise } from "../exercise";
import { convOfSizes, sizesTask } from "../tasks";

/** Cards 79 to 81: a gradient has the shape of what it belongs to. */
export const gradientShapes = defineExercise({
  id: "gradient-shapes",
  version: 1,
  topic: "sizes",
  title: "The shapes of the gradients",
  cards: [79, 80, 81],
  rule: "gradient-shape",
  mistakes: ["AXES_SWAPPED", "CHANNELS_KEPT"],
  levels: [
    { largest: 28, batch: 1, channels: 4, filters: 6, kernel: 4, mostStride: 2, mostPadding: 0 },
    { largest: 40, batch: 4, channels: 6, filters: 12, kernel: 5, mostStride: 2, mostPadding: 1 },
    { largest: 64, batch: 16, channels: 32, filters: 64, kernel: 5, mostStride: 3, mostPadding: 2 },
    {
      largest: 128,
      batch: 64,
      channels: 128,
      filters: 256,
      kernel: 7,
      mostStride: 3,
      mostPadding: 3,
    },
    {
      largest: 400,
      batch: 256,
      channels: 512,
      filters: 999,
      kernel: 11,
      mostStride: 4,
      mostPadding: 5,
    },
  ],
  sample: (random, { largest, batch, channels, filters, kernel, mostStride, mostPadding }) => ({
    question: convOfSizes({
      batch: random.int(Math.min(2, batch), batch),
      channels: random.int(2, channels),
      height: random.int(Math.ceil(largest / 3), largest),
      width: random.int(Math.ceil(largest / 3), largest),
      filters: random.int(2, filters),
      kernel: random.int(2, kernel),
      stride: random.int(2, mostStride),
      padding: mostPadding === 0 ? 0 : random.int(1, mostPadding),
    }),
    ask: "shapes.grads.x",
  }),
  statement: ({ question }) =>
    sizesTask(
      question,
      "A convolution",
      "A gradient ∂L/∂Y arrives at its output. What is the whole shape of ∂L/∂X, the gradient that goes on to the layer before?",
    ),
});
