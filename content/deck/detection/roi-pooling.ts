import type { QuestionDraft } from "@/lib/question";
import type { DeckCard } from "../card";
import { FAST_R_CNN } from "./sources";

/** A region of 4×6 cells of a feature map, pooled to 2×2, and a gradient that comes back. */
const REGION: QuestionDraft = {
  op: "adaptive_max_pool2d",
  params: { output_size: 2 },
  inputs: {
    x: [
      [1, 0, 2, 3, 1, 0],
      [4, 2, 1, 0, 7, 2],
      [0, 5, 1, 2, 2, 1],
      [3, 1, 0, 6, 0, 4],
    ],
  },
  dy: [
    [2, -1],
    [1, 3],
  ],
};

/** How regions of any size become one size, and why that can be trained through. */
export const ROI_POOLING_CARDS: readonly DeckCard[] = [
  {
    number: 72,
    topic: "Detection",
    title: "RoI pooling",
    question: "What does RoI pooling do with a region of the feature map?",
    answer:
      "It divides the region into a fixed number of cells and keeps each one’s maximum, so that all come out in one size.",
    reason:
      "Regions come in all sizes, but the fully connected layers after them expect one. So the *output’s* size is fixed and the windows follow from it: a large region gets large windows, a small one small windows. Drawn here, a region of {{shapes.x}} becomes {{shapes.y}}, as would any other. Where the division does not come out even, edges are rounded to whole cells.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "It slides a window of fixed size over the region and keeps each maximum, so that every region shrinks by the same factor.",
        because:
          "That is ordinary max pooling. Regions of different size would still come out in different sizes.",
      },
      {
        claim:
          "It keeps the single largest value of each channel, so that every region comes out as one number for each channel.",
        because:
          "That is global max pooling. RoI pooling keeps a small grid, and so roughly where things are.",
      },
      {
        claim:
          "It cuts a piece of fixed size out of the region’s middle, so that every region comes out in the same size.",
        because: "A crop would lose the rest of the region. The grid covers all of it.",
      },
    ],
    sources: [FAST_R_CNN],
    worked: "pooling",
    exercises: ["max-pool-forward"],
    neighbours: [28, 70, 73, 75],
    about: REGION,
    picture: {
      kind: "tensors",
      question: REGION,
      arrangement: ["x", "→", "y"],
      labels: { x: { words: "region", symbol: "X" } },
      caption: "A region of the feature map, and the maximum of each cell of the grid.",
    },
  },
  {
    number: 73,
    topic: "Detection",
    title: "What RoI pooling makes possible",
    question:
      "What does RoI pooling make possible for the layers after it and for those before it?",
    answer:
      "Those after it get every region in one fixed size; those before it can be trained, as the gradient passes through.",
    reason:
      "Forward, a fixed grid lets fully connected layers follow. Backward, it is a max pooling: the cell that won gets the whole gradient of its output, the others get nothing; where regions overlap, their shares add. So one loss trains the convolutions together with class and box. (Only the region’s coordinates get no gradient: rounding them has none.) Here the {{x@1,4}} won the top-right cell, so it gets the whole {{dy@0,1}} that arrives there.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck names one of two benefits, that one can backpropagate through it. The other is the fixed size, for which it was made.",
    },
    misconceptions: [
      {
        claim:
          "Those after it get every region at its exact place, with nothing rounded; those before it see the gradient spread evenly.",
        because:
          "RoI pooling does round, which is why RoIAlign came later. And a maximum sends its gradient to one place.",
      },
      {
        claim:
          "Those after it get every region in one fixed size; those before it stay as they were pre-trained, as pooling stops the gradient.",
        because:
          "Pooling has no weights, but it has a gradient. That is what lets everything be trained together.",
      },
      {
        claim:
          "Those after it get regions in their own sizes, without distortion; those before it learn which regions to propose.",
        because:
          "The sizes are made equal, and the regions’ coordinates get no gradient through this layer.",
      },
    ],
    sources: [FAST_R_CNN],
    worked: "pooling",
    exercises: ["max-pool-backward", "max-pool-indices"],
    neighbours: [70, 72, 75],
    about: REGION,
    picture: {
      kind: "tensors",
      question: REGION,
      arrangement: ["x", "dy", "→", "dx"],
      labels: {
        x: { words: "region", symbol: "X" },
        dy: { words: "gradient", symbol: "G" },
      },
      caption: "The gradient of each output goes to the cell that won.",
    },
  },
];
