import { defineExercise } from "../exercise";
import { convOfSizes, sizesTask } from "../tasks";

/** (I − 1)S − 2P + D(K − 1) + output_padding + 1: padding makes it smaller. */
export const transposedSize = defineExercise({
  id: "transposed-size",
  version: 2,
  topic: "transposed",
  title: "The size of a transposed convolution’s output",
  rule: "transposed-size",
  mistakes: ["FORWARD_FORMULA", "PADDING_IGNORED", "CHANNELS_KEPT"],
  levels: [
    { largest: 20, channels: 10, kernel: 4, stride: 2, padding: 1, extra: false },
    { largest: 26, channels: 18, kernel: 5, stride: 2, padding: 2, extra: false },
    { largest: 32, channels: 64, kernel: 5, stride: 3, padding: 2, extra: true },
    { largest: 64, channels: 256, kernel: 7, stride: 4, padding: 3, extra: true },
    { largest: 160, channels: 900, kernel: 9, stride: 5, padding: 4, extra: true },
  ],
  sample: (random, { largest, channels, kernel, stride, padding, extra }) => {
    const step = random.int(2, stride);
    const draft = convOfSizes(
      {
        channels: random.int(2, channels),
        height: random.int(Math.ceil(largest / 3), largest),
        width: random.int(Math.ceil(largest / 3), largest),
        filters: random.int(2, channels),
        kernel: random.int(3, kernel),
        stride: step,
        padding: random.int(1, padding),
      },
      "conv_transpose2d",
    );
    const params = extra
      ? { ...draft.params, output_padding: random.int(1, step - 1) }
      : draft.params;
    return { question: { ...draft, params }, ask: "shapes.y" };
  },
  statement: ({ question }) =>
    sizesTask(question, "A transposed convolution", "What is the whole shape of its output?"),
});
