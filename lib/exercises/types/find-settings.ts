import { defineExercise } from "../exercise";

/** Many settings lead to one size: any of them is right. */
export const findSettings = defineExercise({
  id: "find-settings",
  version: 1,
  topic: "sizes",
  title: "Design a layer for a size",
  rule: "size-rule",
  mistakes: ["PLUS_ONE_FORGOTTEN"],
  levels: [
    { least: 8, largest: 2400, mostStride: 2 },
    { least: 1200, largest: 4000, mostStride: 3 },
    { least: 2400, largest: 5000, mostStride: 4 },
    { least: 4000, largest: 7000, mostStride: 5 },
    { least: 6000, largest: 9999, mostStride: 6 },
  ],
  sample: (random, { least, largest, mostStride }) => {
    const input = random.int(least, largest);
    const kernel = random.int(3, 9);
    const room = input + 2 * random.int(0, Math.floor(kernel / 2)) - kernel;
    const output = Math.floor(room / random.int(Math.min(2, mostStride), mostStride)) + 1;
    return {
      question: { op: "find", unknown: ["stride", "kernel", "padding"], given: { input }, output },
      ask: "find",
    };
  },
  accepts: ({ question }) => question.op === "find" && question.output !== question.given.input,
  statement: ({ question }) => {
    if (question.op !== "find") return [];
    return [
      [
        `A layer is to turn a size of ${question.given.input ?? 0} into ${question.output} along each axis. ` +
          "Find a stride, a kernel size and a padding, in this order, that do. Any three that fit are right.",
      ],
    ];
  },
});
