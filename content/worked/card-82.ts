import type { QuestionDraft } from "@/lib/question";
import type { WorkedCard } from "../types";
import { LAYER } from "./posed";

/** The same layer on a larger image. */
const LARGER: QuestionDraft = {
  ...LAYER,
  inputs: { ...LAYER.inputs, x: { shape: [3, 224, 224] } },
};

export const CARD_82: WorkedCard = {
  card: 82,
  slug: "count-parameters",
  title: "Count a layer’s parameters",
  topic: "Counting",
  lead: "A 32×32 image with three channels meets ten 5×5 filters, padding 2, stride 1. How many numbers does the layer learn, and how much work do they do?",
  blocks: [
    {
      kind: "prose",
      about: LAYER,
      markdown:
        "A “5×5 filter” is not 25 numbers. The image has three channels, and a filter looks at all of them at once: it is a block, 3×5×5, that slides over the image as one piece. It adds everything it covers into a single number, plus one bias of its own. Ten filters, ten such blocks, ten output channels.",
    },
    {
      kind: "player",
      question: LAYER,
      arrangement: ["x", "⋆", "w", "=", "y"],
      labels: { w: { words: "filters", symbol: "K" } },
      plan: [{ ask: "params" }, { ask: "shapes.y" }, { ask: "macs" }],
    },
    {
      kind: "answer",
      about: LAYER,
      markdown:
        "**{{params}}** parameters. The output is {{shapes.y}}, that is {{memory.y.values}} values, and computing it takes {{macs}} multiply–adds.",
    },
    {
      kind: "prose",
      about: LAYER,
      markdown: `## Few numbers, much work

{{params}} numbers are learned, and the weights among them are used {{macs}} times for one image. That is the bargain of a convolution: the same few weights at every place. The size of the image is nowhere in the parameter count, and everywhere in the work.

Multiply–adds (MACs) are counted here as most tools count them, without the biases. If a paper speaks of FLOPs, it usually means twice as many, {{flops}}, one for the product and one for the sum; some papers call the MACs FLOPs, so it is worth asking.`,
    },
    {
      kind: "code",
      pytorch: `
import torch

layer = torch.nn.Conv2d(3, 10, kernel_size=5, padding=2)
assert sum(p.numel() for p in layer.parameters()) == 760
y = layer(torch.zeros(1, 3, 32, 32))
assert y.shape == (1, 10, 32, 32)`,
      numpy: `
import numpy as np

weights, biases = np.zeros((10, 3, 5, 5)), np.zeros(10)
assert weights.size + biases.size == 760
assert 10 * 32 * 32 * weights[0].size == 768_000  # MACs`,
    },
    {
      kind: "own",
      question: LAYER,
      asks: ["params", "shapes.y", "macs"],
      arrangement: ["x", "⋆", "w", "=", "y"],
    },
    {
      kind: "ask",
      prompt:
        "The same layer is put to work on photographs of 224×224. How many parameters has it now?",
      question: LARGER,
      ask: "params",
      hint: "Which of the numbers in the count came from the image’s height and width?",
      explain:
        "Still {{params}}. The layer does not know how large its images are; only the work grows, to {{macs}} multiply–adds.",
    },
  ],
  deck: {
    verdict: "right",
    title: "760, and the numbers that slips give",
    numbers: [750, 260, 751, 251],
    why: "The printed card is right: 760. If you got another number, one of these may be why:",
    slips: [
      {
        mistakes: ["BIAS_FORGOTTEN"],
        question: LAYER,
        ask: "params",
        says: "the weights alone; the ten biases were forgotten",
      },
      {
        mistakes: ["CHANNELS_FORGOTTEN"],
        question: LAYER,
        ask: "params",
        says: "each filter was taken for a single 5×5 sheet; the three channels were forgotten",
      },
      {
        mistakes: ["ONE_BIAS"],
        question: LAYER,
        ask: "params",
        says: "one bias for the whole layer in place of one a filter",
      },
      {
        mistakes: ["CHANNELS_FORGOTTEN", "ONE_BIAS"],
        question: LAYER,
        ask: "params",
        says: "both at once: no channels, and a single bias",
      },
    ],
  },
  next: { slug: "memory-of-a-tensor", label: "And what the image itself takes: card 83" },
};
