import type { QuestionDraft } from "@/lib/question";
import type { WorkedCard } from "../types";
import { IMAGE } from "./posed";

const BATCH: QuestionDraft = {
  op: "relu",
  inputs: { x: { shape: [32, 3, 28, 28] } },
  dtype: "uint8",
};

export const CARD_83: WorkedCard = {
  card: 83,
  slug: "memory-of-a-tensor",
  title: "How much memory does an image take?",
  topic: "Counting",
  lead: "A 28×28 image with three channels. How much memory? The answer depends on the unit, so we give it in all four.",
  blocks: [
    {
      kind: "prose",
      about: IMAGE,
      markdown:
        "Two questions hide in this one. How many **values** are there? That is a product of sizes. And how much room does each value take? That depends on how it is stored: as float32, the usual choice, four bytes. A number without a unit answers neither.",
    },
    {
      kind: "player",
      question: IMAGE,
      arrangement: ["x"],
      labels: { x: { words: "image", symbol: "X" } },
      plan: [{ ask: "memory.x" }],
    },
    {
      kind: "answer",
      about: IMAGE,
      markdown:
        "**{{memory.x.values}} values**, which as float32 are **{{memory.x}} bytes**: {{memory.x.kB}} kB of 1000 bytes, or {{memory.x.KiB}} KiB of 1024.",
    },
    {
      kind: "prose",
      about: IMAGE,
      markdown: `## kB or KiB?

A kilobyte, kB, is 1000 bytes; a kibibyte, KiB, is 1024. For one small image they differ by about a fortieth. With each larger unit the gap widens: a disc sold as 1 TB holds 931 GiB. Tools disagree about which they print, and some print one and write the other, so when two figures are a few percent apart, look at the unit first.

And an image has **no bias**. Parameters come in weights and biases; a tensor that flows through the network holds just its values, height times width times channels.`,
    },
    {
      kind: "code",
      pytorch: `
import torch

x = torch.zeros(3, 28, 28)  # float32 unless one says otherwise
assert x.numel() == 2352
assert x.numel() * x.element_size() == 9408`,
      numpy: `
import numpy as np

x = np.zeros((28, 28, 3), dtype=np.float32)
assert x.size == 2352
assert x.nbytes == 9408`,
    },
    { kind: "own", question: IMAGE, asks: ["memory.x"], arrangement: ["x"] },
    {
      kind: "ask",
      prompt:
        "A batch of 32 such images, stored as they come from a file: one byte a value (uint8). How many **bytes**?",
      question: BATCH,
      ask: "memory.x",
      hint: "Count the values of one image, then of 32. How many bytes does each value take this time?",
      explain:
        "${{shapes.x@0 · shapes.x@1 · shapes.x@2 · shapes.x@3}} = {{memory.x.values}}$ values of one byte each: {{memory.x}} bytes. As float32 it would be four times as much.",
    },
  ],
  deck: {
    verdict: "wrong",
    title: "The printed card is one too high",
    numbers: [2353],
    why: "It gives a number without a unit, one more than there are values. The likely slip:",
    slips: [
      {
        mistakes: ["OFF_BY_ONE"],
        question: IMAGE,
        ask: "memory.x.values",
        says: "one was added, as for a bias. A filter has a bias; an image has none.",
      },
    ],
  },
  next: { slug: "counting", label: "Counting for a whole network" },
};
