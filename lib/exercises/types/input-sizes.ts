import { defineExercise } from "../exercise";
import { isList } from "../key";
import { findWords } from "../find-words";

/** Every input size that gives an output: (O − 1)S + k′ − 2P and the S − 1 after it. */
export const inputSizes = defineExercise({
  id: "input-sizes",
  version: 2,
  topic: "sizes",
  title: "Every input size that gives an output",
  rule: "size-rule",
  mistakes: ["PLUS_ONE_FORGOTTEN", "STRIDE_IGNORED"],
  levels: [
    { output: 300, kernel: 22, stride: 7, padding: 0, dilation: 1 },
    { output: 120, kernel: 12, stride: 5, padding: 4, dilation: 1 },
    { output: 70, kernel: 9, stride: 5, padding: 4, dilation: 4 },
    { output: 64, kernel: 11, stride: 6, padding: 6, dilation: 5 },
    { output: 64, kernel: 15, stride: 7, padding: 9, dilation: 7 },
  ],
  sample: (random, { output, kernel, stride, padding, dilation }) => ({
    question: {
      op: "find",
      unknown: ["input"],
      every: true,
      given: {
        kernel: random.int(2, kernel),
        stride: random.int(Math.min(2, stride), stride),
        ...(padding === 0 ? {} : { padding: random.int(1, padding) }),
        ...(dilation === 1 ? {} : { dilation: random.int(2, dilation) }),
      },
      output: random.int(3, output),
    },
    ask: "find",
  }),
  accepts: (_, key) => isList(key) && key.length > 0,
  statement: ({ question }) => findWords(question, "Which input sizes give it? Name them all."),
});
