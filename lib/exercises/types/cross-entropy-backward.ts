import { defineExercise } from "../exercise";
import { logitsDraft } from "../drafts";
import { task } from "../tasks";

/** (softmax − one-hot)/N. */
export const crossEntropyBackward = defineExercise({
  id: "cross-entropy-backward",
  version: 1,
  topic: "activations",
  title: "The gradient of softmax with cross-entropy",
  rule: "cross-entropy-gradient-rule",
  mistakes: ["FACTOR_FORGOTTEN", "NOT_NORMALISED"],
  levels: [
    { rows: 2, classes: 2, largest: 5 },
    { rows: 2, classes: 3, largest: 4 },
    { rows: 2, classes: 4, largest: 5 },
    { rows: 3, classes: 4, largest: 6 },
    { rows: 4, classes: 5, largest: 8 },
  ],
  sample: (random, controls) => ({ question: logitsDraft(random, controls), ask: "grads.x" }),
  statement: ({ question }) =>
    task(
      question,
      "Each row of X holds the logits of one example, and t its right class, counted from 0. L is the cross-entropy with the natural logarithm, the mean over the rows. Work out ∂L/∂X, to at least three significant digits.",
    ),
});
