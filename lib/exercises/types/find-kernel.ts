import { defineExercise } from "../exercise";
import { findWords } from "../find-words";

/** The output size turned round for the kernel. */
export const findKernel = defineExercise({
  id: "find-kernel",
  version: 1,
  topic: "sizes",
  title: "Find the kernel’s size",
  rule: "output-size",
  mistakes: ["PLUS_ONE_FORGOTTEN", "STRIDE_IGNORED"],
  levels: [
    { largest: 700, kernel: 14, stride: 6, dilation: 1, padding: 0 },
    { largest: 600, kernel: 14, stride: 4, dilation: 1, padding: 5 },
    { largest: 700, kernel: 14, stride: 5, dilation: 1, padding: 7 },
    { largest: 700, kernel: 11, stride: 4, dilation: 3, padding: 7 },
    { largest: 900, kernel: 13, stride: 5, dilation: 4, padding: 9 },
  ],
  sample: (random, { largest, kernel, stride, dilation, padding }) => {
    const given = {
      input: random.int(Math.ceil(largest / 8), largest),
      stride: random.int(2, stride),
      ...(padding === 0 ? {} : { padding: random.int(1, padding) }),
      ...(dilation === 1 ? {} : { dilation: random.int(2, dilation) }),
    };
    const span = (given.dilation ?? 1) * (random.int(2, kernel) - 1) + 1;
    const room = given.input + 2 * (given.padding ?? 0) - span;
    return {
      question: {
        op: "find",
        unknown: ["kernel"],
        given,
        output: Math.floor(room / given.stride) + 1,
      },
      ask: "find",
    };
  },
  statement: ({ question }) =>
    findWords(question, "Which kernel size gives it? Any that does is right."),
});
