import { linearDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** y = W·x + b for each row x of X. */
export const linearForward = defineExercise({
  id: "linear-forward",
  version: 2,
  topic: "activations",
  title: "A fully connected layer",
  rule: "linear-cell",
  mistakes: ["WEIGHT_TRANSPOSED", "BIAS_FORGOTTEN"],
  levels: [
    { rows: 1, features: 2, largest: 4 },
    { rows: 2, features: 2, largest: 6 },
    { rows: 2, features: 3, largest: 6 },
    { rows: 3, features: 3, largest: 8 },
    { rows: 3, features: 4, largest: 9 },
  ],
  sample: (random, controls) => ({ question: linearDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(
      question,
      "A fully connected layer has the weights W, one row for each output, and the biases b. It takes each row of X. Work out the output Y.",
    ),
});
