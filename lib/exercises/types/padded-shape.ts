import { defineExercise } from "../exercise";
import { counted } from "../wording";

/** Padding grows the plane on each of its sides, and nothing else. */
export const paddedShape = defineExercise({
  id: "padded-shape",
  version: 1,
  topic: "sizes",
  title: "The shape of a padded input",
  rule: "padded-size",
  mistakes: ["PADDING_IGNORED", "PADDING_ONCE", "AXES_SWAPPED"],
  levels: [
    { largest: 40, batch: 1, channels: 8, padding: 3, sides: 1 },
    { largest: 60, batch: 1, channels: 24, padding: 3, sides: 2 },
    { largest: 80, batch: 8, channels: 32, padding: 4, sides: 2 },
    { largest: 200, batch: 32, channels: 64, padding: 6, sides: 4 },
    { largest: 500, batch: 128, channels: 512, padding: 9, sides: 4 },
  ],
  sample: (random, { largest, batch, channels, padding, sides }) => {
    const [first, second, third, fourth] = [padding, padding, padding, padding].map((most) =>
      random.int(1, most),
    );
    const [top = 1, left = 1] = [first, sides === 1 ? first : second];
    const [bottom = 1, right = 1] = sides === 4 ? [third, fourth] : [top, left];
    const image = [random.int(2, channels), random.int(5, largest), random.int(5, largest)];
    return {
      question: {
        op: "pad",
        params: { pad: [top, left, bottom, right] },
        inputs: { x: { shape: batch > 1 ? [random.int(2, batch), ...image] : image } },
      },
      ask: "shapes.y",
    };
  },
  statement: ({ question }) => {
    if (question.op !== "pad") return [];
    const [width = 1, height = 1, channels = 1, batch = 1] = question.inputs.x.shape.toReversed();
    const [top, left, bottom, right] = question.params.pad;
    const images =
      question.inputs.x.shape.length > 3 ? `A batch of ${counted(batch, "image")}` : "An image";
    return [
      [
        `${images} of ${height} × ${width} with ${counted(channels, "channel")} is padded with zeros: ` +
          `${top} above, ${left} left, ${bottom} below and ${right} right. What is its shape now?`,
      ],
    ];
  },
});
