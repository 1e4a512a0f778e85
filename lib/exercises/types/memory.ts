import { DTYPES } from "@/lib/question";
import { shapesOnly } from "../drafts";
import { defineExercise } from "../exercise";
import { layerOf } from "../tasks";
import { channelsOf, counted, planeOf, shapeOf, sizes } from "../wording";

/** Card 83: values times the bytes of each. */
export const memory = defineExercise({
  id: "memory",
  version: 1,
  topic: "counts",
  title: "The memory that a tensor takes",
  cards: [83],
  rule: "memory-bytes",
  mistakes: ["VALUES_FOR_BYTES", "BITS_FOR_BYTES", "CHANNELS_FORGOTTEN", "OFF_BY_ONE"],
  levels: [
    { batch: 1, channels: 8, largest: 64, dtypes: "float32" },
    { batch: 1, channels: 24, largest: 96, dtypes: "float32 float64" },
    { batch: 16, channels: 64, largest: 128, dtypes: "float32 float64 float16" },
    { batch: 64, channels: 256, largest: 224, dtypes: "float16 float64 bfloat16" },
    { batch: 256, channels: 1024, largest: 512, dtypes: "float16 float64 bfloat16" },
  ],
  sample: (random, { batch, channels, largest, dtypes }) => {
    const image = [random.int(3, channels), random.int(4, largest), random.int(4, largest)];
    return {
      question: {
        op: "relu",
        inputs: shapesOnly({ x: batch === 1 ? image : [random.int(2, batch), ...image] }),
        dtype: random.pick(DTYPES.filter((dtype) => dtypes.split(" ").includes(dtype))),
      },
      ask: "memory.x",
    };
  },
  statement: ({ question }) => {
    const layer = layerOf(question);
    const shape = shapeOf(layer, "x");
    const image = `${counted(channelsOf(layer), "channel")} of ${sizes(planeOf(layer))}`;
    const said =
      shape.length > 3
        ? `A batch of ${shape[0] ?? 1} images, each ${image},`
        : `An image of ${image}`;
    return [
      [
        `${said} is held as ${layer.dtype}. How much memory does it take? Write bytes, or a unit of your own.`,
      ],
    ];
  },
});
