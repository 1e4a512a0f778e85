import type { QuestionDraft } from "@/lib/question";
import type { WorkedCard } from "../types";
import { SLIDE } from "./posed";

const ASYMMETRIC: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: [
      [2, 0, 1],
      [3, 5, 4],
      [1, 2, 7],
    ],
    w: [
      [1, 2],
      [3, -1],
    ],
  },
};

/** The rows of the input in reverse order. */
const REVERSED: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: [
      [1, 2, 7],
      [3, 5, 4],
      [2, 0, 1],
    ],
    w: [
      [1, 2],
      [3, -1],
    ],
  },
};

export const CARD_76: WorkedCard = {
  card: 76,
  slug: "slide-a-kernel",
  title: "Slide a kernel over an image",
  topic: "Forward pass",
  lead: "A 2×2 kernel moves over a 3×3 input, one cell at a time, with no padding. What are the four numbers that come out?",
  blocks: [
    {
      kind: "player",
      question: SLIDE,
      plan: [
        {
          ask: "shapes.y",
          rules: ["output-size"],
          captions: ["How large is the output? Count the places where the kernel fits"],
        },
        { ask: "y", rules: ["conv-cell"] },
        {
          remark:
            "Why is every cell the same? In this input, one row down and one column to the right always adds the same amount",
          tex: "\\textcolor{output}{Y_{i,j}} = \\textcolor{input}{X_{i,j}} - \\textcolor{input}{X_{i+1,j+1}} = \\textcolor{output}{ {{y@0,0}} }",
          spoken: "Y at i, j equals X at i, j minus X at i plus 1, j plus 1, which is {{y@0,0}}.",
        },
      ],
    },
    {
      kind: "prose",
      markdown:
        "## Now one where order matters\n\nThat first kernel is kind to mistakes: turn it over its diagonal, or copy one cell into the next, and nobody notices. Here is a kernel with four different weights and an input without a pattern. Four different numbers come out, so a slip has nowhere to hide.",
    },
    {
      kind: "player",
      title: "A kernel with four different weights: step by step",
      question: ASYMMETRIC,
      plan: [{ ask: "y" }],
    },
    { kind: "convention", question: ASYMMETRIC },
    {
      kind: "code",
      pytorch: `
import torch
import torch.nn.functional as F

x = torch.arange(1.0, 10.0).reshape(1, 1, 3, 3)
k = torch.tensor([[[[1.0, 0.0], [0.0, -1.0]]]])
y = F.conv2d(x, k)
assert y.flatten().tolist() == [-4.0] * 4`,
      numpy: `
import numpy as np

x = np.arange(1.0, 10.0).reshape(3, 3)
k = np.array([[1.0, 0.0], [0.0, -1.0]])
windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
y = (windows * k).sum(axis=(2, 3))
assert y.tolist() == [[-4.0, -4.0], [-4.0, -4.0]]`,
    },
    { kind: "own", question: ASYMMETRIC, asks: ["shapes.y", "y"] },
    {
      kind: "ask",
      prompt:
        "One more, by yourself. Take the asymmetric kernel and slide it over the input with its rows in reverse order. What stands at the **top left** of the output?",
      question: REVERSED,
      ask: "y",
      at: [0, 0],
      hint: "The window holds {{x@0,0}} and {{x@0,1}} above {{x@1,0}} and {{x@1,1}}. The kernel has not changed: {{w@0,0}} and {{w@0,1}} above {{w@1,0}} and {{w@1,1}}.",
      explain:
        "Lay one on the other: ${{x@0,0 · w@0,0 + x@0,1 · w@0,1 + x@1,0 · w@1,0 + x@1,1 · w@1,1}} = {{y@0,0}}$. The output is {{y}}: not the old one with its rows in reverse, because the kernel was not turned along with the input.",
    },
  ],
  deck: {
    verdict: "wrong",
    title: "The printed card has other numbers",
    numbers: [-5, -6, -12, -9],
    why: "It gives −5, −6, −12 and −9. None of them can be right, since every window of this input gives the same. Run the likely slips, and each number appears:",
    slips: [
      {
        mistakes: ["TERM_DROPPED"],
        question: SLIDE,
        ask: "y",
        at: [0, 0],
        says: "the first product, ${{x@0,0}} \\cdot {{w@0,0}}$, was dropped",
      },
      {
        mistakes: ["TERM_DROPPED"],
        question: SLIDE,
        ask: "y",
        at: [0, 1],
        says: "the first product, ${{x@0,1}} \\cdot {{w@0,0}}$, was dropped",
      },
      {
        mistakes: ["SIGN_SLIP"],
        question: SLIDE,
        ask: "y",
        at: [1, 0],
        says: "the first product, ${{x@1,0}} \\cdot {{w@0,0}}$, was subtracted where it should be added",
      },
      {
        mistakes: ["TERM_DROPPED"],
        question: SLIDE,
        ask: "y",
        at: [1, 1],
        says: "the first product, ${{x@1,1}} \\cdot {{w@0,0}}$, was dropped",
      },
    ],
  },
  next: { slug: "gradient-for-the-kernel", label: "Now go backward: card 77" },
};
