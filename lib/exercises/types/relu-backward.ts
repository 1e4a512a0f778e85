import { integers } from "../draw";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** The gradient passes where the input was above 0, whatever its own sign. */
export const reluBackward = defineExercise({
  id: "relu-backward",
  version: 2,
  topic: "activations",
  title: "The gradient through ReLU",
  cards: [44],
  rule: "relu-gradient-rule",
  mistakes: ["MASK_FROM_GRADIENT"],
  levels: [
    { height: 2, width: 2, largest: 4, zeros: 10 },
    { height: 2, width: 3, largest: 6, zeros: 10 },
    { height: 3, width: 3, largest: 9, zeros: 10 },
    { height: 3, width: 4, largest: 20, zeros: 8 },
    { height: 4, width: 5, largest: 60, zeros: 8 },
  ],
  sample: (random, { height, width, ...range }) => ({
    question: {
      op: "relu",
      inputs: { x: integers(random, [height, width], range) },
      dy: integers(random, [height, width], { largest: range.largest }),
    },
    ask: "grads.x",
  }),
  statement: ({ question }) =>
    task(question, "ReLU takes X, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂X."),
});
