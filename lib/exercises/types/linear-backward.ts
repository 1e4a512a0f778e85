import { linearDraft } from "../drafts";
import { integers } from "../draw";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** ∂L/∂X = G·W: each input gathers what its weights send back. */
export const linearBackward = defineExercise({
  id: "linear-backward",
  version: 2,
  topic: "activations",
  title: "The gradient through a fully connected layer",
  rule: "linear-input-gradient-cell",
  mistakes: ["WEIGHT_TRANSPOSED"],
  levels: [
    { rows: 1, features: 2, largest: 4 },
    { rows: 2, features: 2, largest: 6 },
    { rows: 2, features: 3, largest: 6 },
    { rows: 3, features: 3, largest: 8 },
    { rows: 3, features: 4, largest: 9 },
  ],
  sample: (random, controls) => {
    const { rows, features, largest } = controls;
    const dy = integers(random, [rows, features], { largest });
    return { question: { ...linearDraft(random, controls), dy }, ask: "grads.x" };
  },
  statement: ({ question }) =>
    task(
      question,
      "A fully connected layer has the weights W, one row for each output, and the biases b. It took X, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂X.",
    ),
});
