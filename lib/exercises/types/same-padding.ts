import { defineExercise } from "../exercise";

/** What keeps the size at stride 1: k′ − 1 cells in all, for an even k′ one more on one side. */
export const samePadding = defineExercise({
  id: "same-padding",
  version: 1,
  topic: "sizes",
  title: "The padding that keeps the size",
  rule: "same-padding",
  mistakes: ["PADDING_ONCE", "PLUS_ONE_FORGOTTEN"],
  levels: [
    { largest: 1600, kernel: 16, dilation: 1 },
    { largest: 1800, kernel: 40, dilation: 1 },
    { largest: 1800, kernel: 9, dilation: 4 },
    { largest: 3000, kernel: 12, dilation: 6 },
    { largest: 8192, kernel: 20, dilation: 9 },
  ],
  sample: (random, { largest, kernel, dilation }) => {
    const input = random.int(Math.max(8, largest / 4), largest);
    const spread = dilation === 1 ? {} : { dilation: random.int(2, dilation) };
    return {
      question: {
        op: "find",
        unknown: ["before", "after"],
        given: { input, kernel: random.int(2, kernel), ...spread },
        output: input,
      },
      ask: "find",
    };
  },
  statement: ({ question }) => {
    if (question.op !== "find") return [];
    const { input, kernel, dilation } = question.given;
    const spread = dilation === undefined ? "" : ` and dilation ${dilation}`;
    return [
      [
        `Along one axis of size ${input}, a kernel of size ${kernel} slides with stride 1${spread}. ` +
          "How many zeros before and after, two numbers, keep the size? Any split that does is right.",
      ],
    ];
  },
});
