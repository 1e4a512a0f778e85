import { proseNumber } from "@/lib/tex";
import { shapesOnly } from "../drafts";
import { defineExercise } from "../exercise";
import { layerOf } from "../tasks";
import { shapeOf } from "../wording";

/** in·out + out. */
export const linearParameters = defineExercise({
  id: "linear-parameters",
  version: 1,
  topic: "counts",
  title: "The parameters of a fully connected layer",
  rule: "parameters-unit",
  mistakes: ["BIAS_FORGOTTEN", "ONE_BIAS"],
  levels: [
    { least: 4, inputs: 240, outputs: 60 },
    { least: 50, inputs: 400, outputs: 120 },
    { least: 200, inputs: 1200, outputs: 300 },
    { least: 700, inputs: 4096, outputs: 1000 },
    { least: 3000, inputs: 16384, outputs: 4096 },
  ],
  sample: (random, { least, inputs, outputs }) => {
    const [features, units] = [random.int(least, inputs), random.int(Math.min(least, 5), outputs)];
    return {
      question: {
        op: "linear",
        inputs: shapesOnly({ x: [1, features], w: [units, features], b: [units] }),
      },
      ask: "params",
    };
  },
  statement: ({ question }) => {
    const [outputs = 1, inputs = 1] = shapeOf(layerOf(question), "w");
    return [
      [
        `A fully connected layer takes ${proseNumber(inputs)} features to ${proseNumber(outputs)} outputs, each with a bias. How many parameters does it learn?`,
      ],
    ];
  },
});
