import { defineExercise } from "../exercise";
import { layerOf } from "../tasks";
import { shapesOnly } from "../drafts";
import { channelsOf, counted, planeOf, settingWords, sizes } from "../wording";

/** ceil_mode: a window may hang over the end, but must begin inside. */
export const poolSizeCeil = defineExercise({
  id: "pool-size-ceil",
  version: 1,
  topic: "sizes",
  title: "Pooling in ceil mode",
  rule: "last-window-outside",
  mistakes: ["FLOOR_FOR_CEIL", "PLUS_ONE_FORGOTTEN"],
  levels: [
    { least: 7, largest: 48, channels: 12, mostKernel: 3, apart: 0, mostPadding: 0 },
    { least: 16, largest: 72, channels: 20, mostKernel: 4, apart: 1, mostPadding: 0 },
    { least: 32, largest: 128, channels: 64, mostKernel: 4, apart: 1, mostPadding: 1 },
    { least: 64, largest: 224, channels: 256, mostKernel: 5, apart: 2, mostPadding: 1 },
    { least: 200, largest: 500, channels: 999, mostKernel: 7, apart: 3, mostPadding: 3 },
  ],
  sample: (random, { least, largest, channels, mostKernel, apart, mostPadding }) => {
    const kernel = random.int(2, mostKernel);
    const padding =
      mostPadding === 0 ? 0 : random.int(1, Math.min(mostPadding, Math.floor(kernel / 2)));
    return {
      question: {
        op: "max_pool2d",
        params: {
          kernel,
          ...(apart === 0 ? { stride: kernel } : { stride: random.int(2, kernel + apart) }),
          ...(padding === 0 ? {} : { padding }),
          ceil_mode: true,
        },
        inputs: shapesOnly({
          x: [random.int(2, channels), random.int(least, largest), random.int(least, largest)],
        }),
      },
      ask: "shapes.y",
    };
  },
  statement: ({ question }) => {
    const layer = layerOf(question);
    return [
      [
        `Max pooling takes an input of ${sizes(planeOf(layer))} with ${counted(channelsOf(layer), "channel")}; it has ${settingWords(layer.params)}, so sizes are rounded up. ` +
          "What is the shape of its output?",
      ],
    ];
  },
});
