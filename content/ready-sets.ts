import type { SetFile } from "@/lib/problemset/spec/schema";

/** A set that is there to be begun with. */
export interface ReadySet {
  /** Stands in its link, so it stays. */
  readonly slug: string;
  /** What it asks about, in a few words. */
  readonly words: string;
  readonly set: SetFile;
}

const SEED = "1";
const VARIANTS = 30;

/** Sets that are ready: each passes every check for thirty variants. */
export const READY_SETS: readonly ReadySet[] = [
  {
    slug: "quiz-3",
    words: "The deck’s eight worked problems, with other numbers for everyone",
    set: {
      title: "Quiz 3, cards 76–83",
      seed: SEED,
      variants: VARIANTS,
      questions: [
        { type: "conv-forward", level: 2, points: 2 },
        { type: "conv-weight-gradient", level: 2, points: 3 },
        { type: "output-size", level: 3, points: 1 },
        { type: "arriving-gradient-shape", level: 2, points: 1 },
        { type: "kernel-gradient-shape", level: 2, points: 1 },
        { type: "find-stride", level: 3, points: 2 },
        { type: "parameters", level: 2, points: 1 },
        { type: "memory", level: 2, points: 1 },
      ],
    },
  },
  {
    slug: "output-shapes",
    words: "How large a layer’s output is: stride, padding, dilation, pooling, transposed",
    set: {
      title: "Output shapes",
      seed: SEED,
      variants: VARIANTS,
      questions: [
        { type: "output-size", level: 3, points: 1, count: 2 },
        { type: "output-shape", level: 3, points: 2 },
        { type: "pool-size", level: 3, points: 1 },
        { type: "output-size-dilated", level: 3, points: 2 },
        { type: "transposed-size", level: 3, points: 2 },
        { type: "find-padding", level: 3, points: 2 },
      ],
    },
  },
  {
    slug: "backward-pass",
    words: "Every gradient of a convolution, and how it passes pooling and ReLU",
    set: {
      title: "Backward pass",
      seed: SEED,
      variants: VARIANTS,
      questions: [
        { type: "gradient-shapes", level: 2, points: 1 },
        { type: "conv-bias-gradient", level: 2, points: 1 },
        { type: "conv-weight-gradient", level: 2, points: 3 },
        { type: "conv-input-gradient", level: 2, points: 3 },
        { type: "max-pool-backward", level: 2, points: 2 },
        { type: "relu-backward", level: 2, points: 1 },
      ],
    },
  },
  {
    slug: "counting-parameters",
    words: "Parameters, multiply–adds and memory, from one layer to a whole network",
    set: {
      title: "Counting parameters",
      seed: SEED,
      variants: VARIANTS,
      questions: [
        { type: "parameters", level: 3, points: 1 },
        { type: "grouped-parameters", level: 3, points: 2 },
        { type: "linear-parameters", level: 3, points: 1 },
        { type: "depthwise-separable", level: 3, points: 2 },
        { type: "network-parameters", level: 2, points: 3 },
        { type: "macs", level: 3, points: 2 },
        { type: "memory", level: 3, points: 1 },
      ],
    },
  },
  {
    slug: "midterm-mix",
    words: "Ten questions across the course, from a first convolution to a whole network",
    set: {
      title: "Midterm mix",
      seed: SEED,
      variants: VARIANTS,
      questions: [
        { type: "conv-stride-padding", level: 2, points: 3 },
        { type: "conv-channels", level: 2, points: 3 },
        { type: "max-pool-forward", level: 3, points: 1 },
        { type: "output-shape", level: 3, points: 2 },
        { type: "parameters", level: 3, points: 1 },
        { type: "macs", level: 3, points: 2 },
        { type: "receptive-field", level: 2, points: 2 },
        { type: "conv-weight-gradient", level: 3, points: 4 },
        { type: "conv-input-gradient", level: 3, points: 4 },
        { type: "spot-the-error", level: 2, points: 2 },
      ],
    },
  },
];
