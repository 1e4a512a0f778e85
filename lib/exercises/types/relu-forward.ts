import { integers } from "../draw";
import { defineExercise } from "../exercise";
import { isTensor } from "../key";
import { task } from "../tasks";

/** max(x, 0), cell by cell. It lists no mistakes: the slips of this small a step (|x|, a sign kept) have no name. */
export const reluForward = defineExercise({
  id: "relu-forward",
  version: 2,
  topic: "activations",
  title: "ReLU, cell by cell",
  rule: "relu-cell",
  mistakes: [],
  levels: [
    { height: 2, width: 3, largest: 5, zeros: 10 },
    { height: 3, width: 3, largest: 9, zeros: 10 },
    { height: 3, width: 4, largest: 20, zeros: 10 },
    { height: 4, width: 4, largest: 50, zeros: 10 },
    { height: 5, width: 5, largest: 99, zeros: 10 },
  ],
  sample: (random, { height, width, ...range }) => ({
    question: { op: "relu", inputs: { x: integers(random, [height, width], range) } },
    ask: "y",
  }),
  accepts: (_, key) => isTensor(key) && key.data.some((value) => value === 0),
  statement: ({ question }) => task(question, "ReLU takes X. Work out the output Y."),
});
