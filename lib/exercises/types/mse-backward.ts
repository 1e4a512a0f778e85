import { integers } from "../draw";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** 2(x − t)/n: the square gives the 2, the mean the n. */
export const mseBackward = defineExercise({
  id: "mse-backward",
  version: 1,
  topic: "activations",
  title: "The gradient of the mean squared error",
  rule: "mse-gradient-cell",
  mistakes: ["FACTOR_FORGOTTEN"],
  levels: [
    { height: 2, width: 2, largest: 8 },
    { height: 2, width: 4, largest: 6 },
    { height: 2, width: 5, largest: 12 },
    { height: 4, width: 4, largest: 20 },
    { height: 4, width: 5, largest: 40 },
  ],
  sample: (random, { height, width, largest }) => ({
    question: {
      op: "mse_loss",
      inputs: {
        x: integers(random, [height, width], { largest }),
        target: integers(random, [height, width], { largest }),
      },
    },
    ask: "grads.x",
  }),
  statement: ({ question }) =>
    task(
      question,
      "L is the mean squared error of X against the targets t, the mean over all values. Work out ∂L/∂X.",
    ),
});
