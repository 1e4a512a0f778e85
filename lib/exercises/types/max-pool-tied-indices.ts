import { integers } from "../draw";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Of equal maxima the place of the first is kept. */
export const maxPoolTiedIndices = defineExercise({
  id: "max-pool-tied-indices",
  version: 1,
  topic: "pooling",
  title: "Which of equal maxima is remembered?",
  cards: [73],
  rule: "pool-index-winner",
  mistakes: ["LAST_OF_TIES", "INDEX_IN_WINDOW"],
  levels: [
    { height: 4, width: 4, kernel: 2, stride: 2, values: 4 },
    { height: 4, width: 6, kernel: 2, stride: 2, values: 5 },
    { height: 5, width: 5, kernel: 3, stride: 1, values: 6 },
    { height: 6, width: 6, kernel: 3, stride: 1, values: 7 },
    { height: 7, width: 7, kernel: 3, stride: 1, values: 9 },
  ],
  sample: (random, { height, width, kernel, stride, values }) => ({
    question: {
      op: "max_pool2d",
      params: { kernel, stride },
      inputs: { x: integers(random, [height, width], { largest: values, signed: false }) },
    },
    ask: "indices",
  }),
  statement: ({ question }) =>
    task(
      question,
      "Max pooling takes X{settings}. Where did each maximum stand? Of equal ones the first counts, row by row. Count the cells of a plane row by row, from 0.",
    ),
});
