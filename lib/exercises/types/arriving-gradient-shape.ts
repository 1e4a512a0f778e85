import { defineExercise } from "../exercise";
import { convOfSizes, sizesTask } from "../tasks";

/** Card 79: what arrives has the output’s shape. */
export const arrivingGradientShape = defineExercise({
  id: "arriving-gradient-shape",
  version: 1,
  topic: "sizes",
  title: "The shape of the gradient that arrives",
  cards: [79],
  rule: "gradient-shape",
  mistakes: ["CHANNELS_KEPT", "PADDING_IGNORED"],
  levels: [
    { largest: 24, batch: 4, channels: 4, filters: 8, kernel: 4, mostStride: 1, mostPadding: 1 },
    { largest: 40, batch: 8, channels: 6, filters: 16, kernel: 5, mostStride: 2, mostPadding: 2 },
    { largest: 80, batch: 16, channels: 16, filters: 32, kernel: 5, mostStride: 3, mostPadding: 2 },
    {
      largest: 160,
      batch: 32,
      channels: 48,
      filters: 96,
      kernel: 7,
      mostStride: 3,
      mostPadding: 3,
    },
    {
      largest: 320,
      batch: 96,
      channels: 256,
      filters: 512,
      kernel: 11,
      mostStride: 4,
      mostPadding: 4,
    },
  ],
  sample: (random, { largest, batch, channels, filters, kernel, mostStride, mostPadding }) => ({
    question: convOfSizes({
      batch: random.int(2, batch),
      channels: random.int(1, channels),
      height: random.int(Math.ceil(largest / 2), largest),
      width: random.int(Math.ceil(largest / 2), largest),
      filters: random.int(2, filters),
      kernel: random.int(2, kernel),
      stride: mostStride === 1 ? 1 : random.int(2, mostStride),
      padding: random.int(1, mostPadding),
    }),
    ask: "shapes.y",
  }),
  statement: ({ question }) =>
    sizesTask(
      question,
      "A convolution",
      "What is the whole shape of the gradient ∂L/∂Y that arrives at its output, the batch included?",
    ),
});
