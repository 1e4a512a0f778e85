import { integers } from "../draw";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** exp(x) over the sum of its row. */
export const softmaxForward = defineExercise({
  id: "softmax-forward",
  version: 2,
  topic: "activations",
  title: "Softmax along a row",
  rule: "softmax-cell",
  mistakes: ["NOT_NORMALISED", "WRONG_AXIS"],
  levels: [
    { rows: 2, classes: 2, largest: 7 },
    { rows: 2, classes: 3, largest: 4 },
    { rows: 2, classes: 4, largest: 5 },
    { rows: 3, classes: 4, largest: 6 },
    { rows: 4, classes: 5, largest: 8 },
  ],
  sample: (random, { rows, classes, largest }) => ({
    question: {
      op: "softmax",
      inputs: { x: integers(random, [rows, classes], { largest, zeros: 15 }) },
    },
    ask: "y",
  }),
  statement: ({ question }) =>
    task(
      question,
      "Softmax turns each row of X into probabilities. Work out Y, to at least three significant digits.",
    ),
});
