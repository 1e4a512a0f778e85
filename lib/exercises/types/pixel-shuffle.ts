import { defineExercise } from "../exercise";
import { imageWords } from "../network-words";

/** r² channels become a block of r × r pixels: rH × rW with C/r² channels, or the other way round. */
export const pixelShuffle = defineExercise({
  id: "pixel-shuffle",
  version: 1,
  topic: "sizes",
  title: "The shape that pixel shuffle leaves",
  rule: "shuffled-size",
  mistakes: ["CHANNELS_KEPT", "FACTOR_FORGOTTEN", "AXES_SWAPPED"],
  levels: [
    { largest: 48, channels: 12, most: 3, batch: 1, down: false },
    { largest: 64, channels: 20, most: 4, batch: 1, down: false },
    { largest: 72, channels: 32, most: 4, batch: 8, down: false },
    { largest: 96, channels: 64, most: 5, batch: 16, down: true },
    { largest: 224, channels: 128, most: 6, batch: 64, down: true },
  ],
  sample: (random, { largest, channels, most, batch, down }) => {
    const factor = random.int(2, most);
    const [depth, height, width] = [
      random.int(2, channels),
      random.int(4, largest),
      random.int(4, largest),
    ];
    const goesDown = down && random.chance(1, 2);
    const image = goesDown
      ? [depth, height * factor, width * factor]
      : [depth * factor ** 2, height, width];
    return {
      question: {
        op: "shuffle",
        direction: goesDown ? "down" : "up",
        factor,
        inputs: { x: { shape: batch > 1 ? [random.int(2, batch), ...image] : image } },
      },
      ask: "shapes.y",
    };
  },
  statement: ({ question }) => {
    if (question.op !== "shuffle") return [];
    const { direction, factor, inputs } = question;
    const block = `${factor} × ${factor}`;
    const what =
      direction === "up"
        ? `Pixel shuffle with r = ${factor} turns every ${factor ** 2} channels into one, as blocks of ${block} pixels`
        : `Pixel unshuffle with r = ${factor} takes every block of ${block} pixels apart into ${factor ** 2} channels`;
    return [[`${what}. It takes ${imageWords(inputs.x.shape)}. What is the shape of its output?`]];
  },
});
