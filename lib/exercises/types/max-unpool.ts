import { pairOf } from "@/lib/tensor";
import { unpoolDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { task } from "../tasks";

/** Each value goes back to where its maximum stood; here values that meet add up. */
export const maxUnpool = defineExercise({
  id: "max-unpool",
  version: 1,
  topic: "pooling",
  title: "Max unpooling",
  cards: [58, 59],
  rule: "unpool-sum",
  mistakes: ["OVERLAP_OVERWRITTEN"],
  levels: [
    { height: 2, width: 2, outHeight: 3, outWidth: 3, largest: 6 },
    { height: 2, width: 3, outHeight: 3, outWidth: 4, largest: 8 },
    { height: 3, width: 3, outHeight: 4, outWidth: 4, largest: 9 },
    { height: 3, width: 4, outHeight: 5, outWidth: 5, largest: 12 },
    { height: 4, width: 4, outHeight: 6, outWidth: 6, largest: 20 },
  ],
  sample: (random, controls) => ({ question: unpoolDraft(random, controls), ask: "y" }),
  statement: ({ question }) => {
    if (question.op !== "max_unpool2d") return [];
    const [height, width] = pairOf(question.params.output_size ?? 1);
    return task(
      question,
      `Max unpooling puts each value of X at the place that I names, counted row by row in a plane of ${height} × ${width}; values that meet are added, all else is 0. Work out the output Y.`,
    );
  },
});
