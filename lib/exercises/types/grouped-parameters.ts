import { defineExercise } from "../exercise";
import { convOfSizes, sizesTask } from "../tasks";

/** In G groups a filter reads only Cin/G channels. */
export const groupedParameters = defineExercise({
  id: "grouped-parameters",
  version: 1,
  topic: "counts",
  title: "The parameters of a grouped convolution",
  rule: "parameters-filter",
  mistakes: ["GROUPS_IGNORED", "CHANNELS_FORGOTTEN", "BIAS_FORGOTTEN"],
  levels: [
    { largest: 40, channels: 4, filters: 4, kernel: 3, groups: 2 },
    { largest: 64, channels: 4, filters: 6, kernel: 5, groups: 4 },
    { largest: 96, channels: 6, filters: 12, kernel: 5, groups: 6 },
    { largest: 200, channels: 16, filters: 16, kernel: 7, groups: 8 },
    { largest: 400, channels: 32, filters: 64, kernel: 9, groups: 32 },
  ],
  sample: (random, { largest, channels, filters, kernel, groups }) => {
    const parts = random.int(2, groups);
    return {
      question: convOfSizes({
        channels: parts * random.int(2, channels),
        height: random.int(8, largest),
        width: random.int(8, largest),
        filters: parts * random.int(2, filters),
        kernel: random.int(2, kernel),
        groups: parts,
      }),
      ask: "params",
    };
  },
  statement: ({ question }) =>
    sizesTask(question, "A grouped convolution", "How many parameters does it learn?"),
});
