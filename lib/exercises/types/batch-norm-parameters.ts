import { shapesOnly } from "../drafts";
import { defineExercise } from "../exercise";
import { layerOf } from "../tasks";
import { channelsOf, counted, planeOf, shapeOf, sizes } from "../wording";

/** 2C: a scale and a shift for each channel; the running statistics are not learned. */
export const batchNormParameters = defineExercise({
  id: "batch-norm-parameters",
  version: 1,
  topic: "counts",
  title: "What batch normalisation learns",
  rule: "parameters-norm",
  mistakes: ["BIAS_FORGOTTEN", "TIMES_POSITIONS"],
  levels: [
    { batch: 8, channels: 24, least: 4, largest: 16 },
    { batch: 16, channels: 64, least: 8, largest: 32 },
    { batch: 32, channels: 256, least: 14, largest: 64 },
    { batch: 64, channels: 512, least: 28, largest: 128 },
    { batch: 256, channels: 2048, least: 56, largest: 320 },
  ],
  sample: (random, { batch, channels, least, largest }) => {
    const count = random.int(3, channels);
    return {
      question: {
        op: "batch_norm_train",
        inputs: shapesOnly({
          x: [random.int(2, batch), count, random.int(least, largest), random.int(least, largest)],
          gamma: [count],
          beta: [count],
        }),
      },
      ask: "params",
    };
  },
  statement: ({ question }) => {
    const layer = layerOf(question);
    return [
      [
        `Batch normalisation with γ and β stands after a layer that gives, for a batch of ${shapeOf(layer, "x")[0] ?? 1}, ${counted(channelsOf(layer), "channel")} of ${sizes(planeOf(layer))} each. ` +
          "How many parameters does it learn?",
      ],
    ];
  },
});
