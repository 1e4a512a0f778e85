import type { QuestionDraft } from "@/lib/question";
import { cell, cells } from "../lessons/cells";
import type { WorkedCard } from "../types";
import { AT_STRIDE_1 } from "./posed";

const POSED: QuestionDraft = {
  op: "conv2d",
  params: { stride: 1 },
  inputs: { x: { shape: [4, 4] }, w: { shape: [2, 2] } },
  dy: { shape: [2, 2] },
};

const SMALLER: QuestionDraft = {
  op: "conv2d",
  inputs: { x: { shape: [6, 6] }, w: { shape: [3, 3] } },
};

export const CARD_81: WorkedCard = {
  card: 81,
  slug: "shape-of-the-input-gradient",
  title: "A backward pass that does not fit",
  topic: "Shapes",
  lead: "Stride 1, a 4×4 input, a 2×2 kernel, and a 2×2 gradient coming back. What shape has the gradient for the input? And can this have happened at all?",
  blocks: [
    {
      kind: "prose",
      about: AT_STRIDE_1,
      markdown:
        "The first question is easy: $\\partial L/\\partial X$ has one entry for each input, so it is {{shapes.grads.x}}, whatever else is said. The second is the one to learn from. Before you compute with a set-up, run the layer forward in your head and see whether the gradient can be what you were told.",
    },
    {
      kind: "player",
      question: AT_STRIDE_1,
      arrangement: ["x", "⋆", "w", "=", "y", "/", "dx", "dy"],
      plan: [
        {
          remark: "Stride 1: the kernel starts in the corner",
          cells: [...cells("x", [0, 0], [2, 2]), cell("y", [0, 0])],
        },
        {
          remark: "One column on",
          cells: [...cells("x", [0, 1], [2, 2]), cell("y", [0, 1])],
        },
        {
          remark: "And one more: three places in a row, not two",
          cells: [...cells("x", [0, 2], [2, 2]), cell("y", [0, 2])],
        },
        { ask: "shapes.y", captions: ["By the formula"] },
        {
          remark:
            "So the gradient that arrives has {{memory.y.values}} entries. A 2×2 gradient would leave {{[memory.y.values - 2 · 2]}} outputs without an answer",
          tex: "\\text{shape of } \\textcolor{gradient}{\\frac{\\partial L}{\\partial Y}} = \\textcolor{gradient}{ {{shapes.y}} } \\neq 2 \\times 2",
          spoken: "The shape of the partial of L by Y is {{shapes.y}}, which is not 2 by 2.",
          cells: [...cells("y", [0, 0], [3, 3]), ...cells("dy", [0, 0], [3, 3])],
        },
        {
          ask: "shapes.grads.x",
          captions: ["The gradient for the input is like the input, as always"],
        },
      ],
    },
    { kind: "refusal", title: "What the kernel says of the set-up", question: POSED },
    {
      kind: "prose",
      markdown:
        "Mend it yourself. Below is the set-up as it was posed, and the complaint beside it. Change **one** thing until it fits: the stride, the dilation, the input, the kernel or the gradient. Each of the five can do it. Padding alone cannot: it only makes the output larger.",
    },
    { kind: "own", question: POSED, asks: ["shapes.y", "shapes.grads.x", "shapes.grads.w"] },
    {
      kind: "answer",
      about: AT_STRIDE_1,
      markdown:
        "$\\partial L/\\partial X$ is **{{shapes.grads.x}}**, like $X$. But the set-up contradicts itself: at stride 1 the output, and so $\\partial L/\\partial Y$, is {{shapes.y}}. A 2×2 gradient fits stride 2, or a 3×3 input.",
    },
    {
      kind: "code",
      pytorch: `
import torch
import torch.nn.functional as F

x = torch.zeros(1, 1, 4, 4, requires_grad=True)
y = F.conv2d(x, torch.ones(1, 1, 2, 2))
try:
    y.backward(torch.ones(1, 1, 2, 2))
    raise AssertionError("a 2×2 gradient was taken")
except RuntimeError as error:  # PyTorch refuses it
    assert "shape" in str(error)
y.backward(torch.ones(1, 1, 3, 3))
assert x.grad.shape == (1, 1, 4, 4)`,
      numpy: `
import numpy as np

x, k = np.zeros((4, 4)), np.ones((2, 2))
windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
y = (windows * k).sum(axis=(2, 3))
assert y.shape == (3, 3)  # no 2×2 gradient can arrive`,
    },
    {
      kind: "ask",
      prompt:
        "Stride 1, no padding, a 6×6 input and a 3×3 kernel. What shape must the arriving gradient $\\partial L/\\partial Y$ have? Write it like 2×2.",
      question: SMALLER,
      ask: "shapes.y",
      hint: "It has the shape of the output. How many places are there along a row of six for a window of three?",
      explain:
        "{{shapes.y}}, the shape of the output: ${{shapes.x@-1 - shapes.w@-1 + 1}} = {{shapes.y@-1}}$ places along each axis. And $\\partial L/\\partial X$ is {{shapes.grads.x}} again.",
    },
  ],
  deck: {
    verdict: "undetermined",
    title: "The printed card does not notice",
    numbers: [],
    why: "It answers 4×4, and that is the right shape for $\\partial L/\\partial X$. But it asks about a pass that cannot take place: stride 1 on a 4×4 input gives a 3×3 output, so no 2×2 gradient can come back. Most likely the stride of the cards before it, 2, was meant.",
    slips: [],
  },
  next: { slug: "count-parameters", label: "Now count what a layer learns: card 82" },
};
