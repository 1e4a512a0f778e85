import { defineExercise } from "../exercise";
import { findWords } from "../find-words";

/** The output size turned round for the kernel. */
export const findKernel = defineExercise({
  id: "find-kernel",
  version: 2,
  topic: "sizes",
  title: "Find the kernel’s size",
  rule: "output-size",
  mistakes: ["PLUS_ONE_FORGOTTEN", "STRIDE_IGNORED"],
  levels: [
    { largest: 999, kernel: 32, stride: 8, dilation: 1, padding: 0 },
    { largest: 999, kernel: 20, stride: 6, dilation: 1, padding: 6 },
    { largest: 1500, kernel: 20, stride: 7, dilation: 1, padding: 9 },
    { largest: 1500, kernel: 15, stride: 6, dilation: 3, padding: 9 },
    { largest: 2000, kernel: 17, stride: 7, dilation: 4, padding: 12 },
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
