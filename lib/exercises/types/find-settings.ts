import { defineExercise } from "../exercise";

/** Many settings lead to one size: any of them is right. */
export const findSettings = defineExercise({
  id: "find-settings",
  version: 2,
  topic: "sizes",
  title: "Design a layer for a size",
  rule: "size-rule",
  mistakes: ["PLUS_ONE_FORGOTTEN"],
  levels: [
    { least: 8, largest: 2800, mostStride: 4 },
    { least: 1600, largest: 4200, mostStride: 5 },
    { least: 3000, largest: 6000, mostStride: 5 },
    { least: 5000, largest: 8000, mostStride: 6 },
    { least: 7000, largest: 12000, mostStride: 6 },
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
