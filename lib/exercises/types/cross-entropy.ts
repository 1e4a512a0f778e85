import { defineExercise } from "../exercise";
import { logitsDraft } from "../drafts";
import { task } from "../tasks";

/** −log of the right class's probability, the mean over the rows. */
export const crossEntropy = defineExercise({
  id: "cross-entropy",
  version: 1,
  topic: "activations",
  title: "Cross-entropy from logits",
  rule: "cross-entropy-row",
  mistakes: ["NOT_NORMALISED", "FACTOR_FORGOTTEN"],
  levels: [
    { rows: 2, classes: 2, largest: 5 },
    { rows: 2, classes: 3, largest: 4 },
    { rows: 2, classes: 4, largest: 5 },
    { rows: 3, classes: 4, largest: 6 },
    { rows: 4, classes: 5, largest: 8 },
  ],
  sample: (random, controls) => ({ question: logitsDraft(random, controls), ask: "y" }),
  statement: ({ question }) =>
    task(
      question,
      "Each row of X holds the logits of one example, and t its right class, counted from 0. Work out the cross-entropy with the natural logarithm, the mean over the rows, to at least three significant digits.",
    ),
});
