import type { DeckCard } from "./card";

/** What a convolution computes, forward and backward, and what it costs. */
export const CONVOLUTION_CARDS: readonly DeckCard[] = [
  {
    number: 37,
    topic: "Convolution",
    title: "How fast the receptive field grows",
    question:
      "True or false: with kernels of one size, each layer more makes the receptive field grow exponentially.",
    answer:
      "False. While every stride is 1, each layer adds the same amount, the kernel’s size less one.",
    reason:
      "A layer adds $(k - 1) \\cdot j$ cells, where the jump $j$ is the product of all strides before it. With strides of 1 the jump stays 1, so the growth is a straight line. A stride or a pooling of 2 doubles the jump for every layer after it, and only then does the growth become geometric: the six layers drawn here see {{size}} cells, and without their two poolings’ strides they would see {{unstrided}}.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says that each layer adds the kernel’s size. It adds the size less one, times the strides before it.",
    },
    misconceptions: [
      {
        claim: "True. Each layer multiplies the field by the kernel’s size.",
        because: "Kernels add their reach; only strides multiply.",
      },
      {
        claim: "False. It grows by the kernel’s full size with every layer.",
        because:
          "Neighbouring windows overlap, so a kernel of size $k$ reaches only $k - 1$ cells further.",
      },
      {
        claim: "False. It stays as large as one kernel, however many layers there are.",
        because:
          "Each cell of a deeper layer looks at several cells below it, each of which looks further.",
      },
    ],
    sources: [
      "Araujo, Norris, Sim 2019, Computing Receptive Fields of Convolutional Neural Networks",
    ],
    worked: "receptive-field",
    exercises: ["receptive-field", "stacked-kernels"],
    neighbours: [1, 36, 19],
    lab: "receptive-field",
    picture: { kind: "lab" },
    given: ["2", "1"],
  },
];
