import { integers } from "../draw";
import { unpoolDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** What went to a place brings back the gradient of that place, all of it, though others went there too. */
export const maxUnpoolBackward = defineExercise({
  id: "max-unpool-backward",
  version: 1,
  topic: "pooling",
  title: "The gradient through max unpooling",
  rule: "unpool-gradient-cell",
  mistakes: ["OVERLAP_OVERWRITTEN", "SPREAD_EVENLY"],
  levels: [
    { height: 2, width: 2, outHeight: 3, outWidth: 3, largest: 5 },
    { height: 2, width: 3, outHeight: 3, outWidth: 4, largest: 8 },
    { height: 3, width: 3, outHeight: 4, outWidth: 4, largest: 9 },
    { height: 3, width: 4, outHeight: 5, outWidth: 5, largest: 12 },
    { height: 4, width: 4, outHeight: 6, outWidth: 6, largest: 20 },
  ],
  sample: (random, controls) => {
    const { outHeight, outWidth, largest } = controls;
    const dy = integers(random, [outHeight, outWidth], { largest });
    return { question: { ...unpoolDraft(random, controls), dy }, ask: "grads.x" };
  },
  statement: ({ question }) =>
    task(
      question,
      "Max unpooling put each value of X at the place that I names, counted row by row in the plane of G, and added values that met. G = ∂L/∂Y arrives at its output. Work out ∂L/∂X.",
    ),
});
