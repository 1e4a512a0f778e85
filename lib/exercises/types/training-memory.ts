import { DTYPES } from "@/lib/question";
import { defineExercise } from "../exercise";
import { trainingTask } from "../training-words";

/** Training keeps a gradient for each parameter, and the optimiser its own state. */
export const trainingMemory = defineExercise({
  id: "training-memory",
  version: 1,
  topic: "counts",
  title: "The memory of training",
  cards: [83],
  rule: "training-values",
  mistakes: ["FACTOR_FORGOTTEN", "VALUES_FOR_BYTES", "BITS_FOR_BYTES", "BIAS_FORGOTTEN"],
  levels: [
    {
      largest: 28,
      channels: 3,
      filters: 8,
      layers: 1,
      optimisers: "sgd momentum",
      dtypes: "float32",
    },
    {
      largest: 32,
      channels: 4,
      filters: 12,
      layers: 1,
      optimisers: "momentum adam",
      dtypes: "float32",
    },
    {
      largest: 48,
      channels: 8,
      filters: 24,
      layers: 2,
      optimisers: "momentum adam",
      dtypes: "float32 float64",
    },
    {
      largest: 64,
      channels: 24,
      filters: 64,
      layers: 3,
      optimisers: "adam",
      dtypes: "float16 float64",
    },
    {
      largest: 128,
      channels: 96,
      filters: 256,
      layers: 4,
      optimisers: "adam",
      dtypes: "float16 float64",
    },
  ],
  sample: (random, { largest, channels, filters, layers, optimisers, dtypes }) => ({
    question: {
      op: "training",
      optimiser: random.pick(OPTIMISERS.filter((one) => optimisers.split(" ").includes(one))),
      layers: Array.from({ length: layers }, () => ({
        name: "Conv2d",
        out: random.int(2, filters),
        kernel: random.int(2, 5),
        padding: 2,
      })),
      inputs: {
        x: { shape: [1, random.int(1, channels), random.int(5, largest), random.int(5, largest)] },
      },
      dtype: random.pick(DTYPES.filter((dtype) => dtypes.split(" ").includes(dtype))),
    },
    ask: "memory.w",
  }),
  statement: ({ question }) => trainingTask(question),
});

const OPTIMISERS = ["sgd", "momentum", "adam"] as const;
