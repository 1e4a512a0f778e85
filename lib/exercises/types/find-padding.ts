import { defineExercise } from "../exercise";
import { findWords } from "../find-words";

/** The output size turned round for the padding; under a stride several may do. */
export const findPadding = defineExercise({
  id: "find-padding",
  version: 1,
  topic: "sizes",
  title: "Find the padding",
  rule: "output-size",
  mistakes: ["PADDING_ONCE", "PLUS_ONE_FORGOTTEN"],
  levels: [
    { largest: 320, kernel: 12, stride: 3, dilation: 1, padding: 4 },
    { largest: 360, kernel: 12, stride: 4, dilation: 1, padding: 6 },
    { largest: 360, kernel: 9, stride: 4, dilation: 3, padding: 8 },
    { largest: 420, kernel: 11, stride: 5, dilation: 4, padding: 10 },
    { largest: 500, kernel: 15, stride: 6, dilation: 5, padding: 14 },
  ],
  sample: (random, { largest, kernel, stride, dilation, padding }) => {
    const given = {
      input: random.int(Math.ceil(largest / 5), largest),
      kernel: random.int(2, kernel),
      stride: random.int(2, stride),
      ...(dilation === 1 ? {} : { dilation: random.int(2, dilation) }),
    };
    const span = (given.dilation ?? 1) * (given.kernel - 1) + 1;
    const room = given.input + 2 * random.int(1, padding) - span;
    return {
      question: {
        op: "find",
        unknown: ["padding"],
        given,
        output: Math.floor(room / given.stride) + 1,
      },
      ask: "find",
    };
  },
  statement: ({ question }) =>
    findWords(question, "Which padding, the same on both sides, gives it? Any that does is right."),
});
