import { defineExercise } from "../exercise";
import { withArticle } from "../wording";

/** Card 81: the gradient ∂L/∂Y has the output's size, so it says which stride the layer can have. */
export const findStride = defineExercise({
  id: "find-stride",
  version: 2,
  topic: "sizes",
  title: "Which stride does this gradient fit?",
  cards: [81],
  rule: "gradient-shape",
  mistakes: ["PLUS_ONE_FORGOTTEN"],
  levels: [
    { largest: 300, kernel: 24, stride: 16, padding: 0, dilation: 1 },
    { largest: 240, kernel: 15, stride: 14, padding: 4, dilation: 1 },
    { largest: 240, kernel: 15, stride: 14, padding: 7, dilation: 1 },
    { largest: 200, kernel: 9, stride: 14, padding: 6, dilation: 3 },
    { largest: 260, kernel: 11, stride: 16, padding: 8, dilation: 4 },
  ],
  sample: (random, { largest, kernel, stride, padding, dilation }) => {
    const given = {
      input: random.int(Math.ceil(largest / 5), largest),
      kernel: random.int(2, kernel),
      ...(padding === 0 ? {} : { padding: random.int(1, padding) }),
      ...(dilation === 1 ? {} : { dilation: random.int(2, dilation) }),
    };
    const span = (given.dilation ?? 1) * (given.kernel - 1) + 1;
    const room = given.input + 2 * (given.padding ?? 0) - span;
    const output = Math.floor(room / random.int(2, stride)) + 1;
    return { question: { op: "find", unknown: ["stride"], given, output }, ask: "find" };
  },
  statement: ({ question }) => {
    if (question.op !== "find") return [];
    const { input, kernel, padding = 0, dilation = 1 } = question.given;
    const settings = `padding ${padding}${dilation === 1 ? "" : ` and dilation ${dilation}`}`;
    return [
      [
        `A gradient ∂L/∂Y of ${question.output} × ${question.output} arrives at a layer that slides ${withArticle(`${kernel} × ${kernel}`)} kernel over ${withArticle(`${input} × ${input}`)} input with ${settings}. ` +
          "Which stride can the layer have? Any that fits is right.",
      ],
    ];
  },
});
