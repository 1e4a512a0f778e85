import { cells } from "../lessons/cells";
import type { WorkedCard } from "../types";
import { STRIDED } from "./posed";

export const CARD_79: WorkedCard = {
  card: 79,
  slug: "gradient-at-the-output",
  title: "The gradient that arrives at a layer",
  topic: "Shapes",
  lead: "The same layer, on the way back: a gradient arrives at its output. What shape must it have, and why do two books call it by opposite names?",
  blocks: [
    {
      kind: "player",
      question: STRIDED,
      arrangement: ["x", "⋆", "w", "=", "y", "/", "dx", "dw", "dy"],
      plan: [
        {
          ask: "shapes.y",
          rules: ["output-shape"],
          captions: ["Forward: the output is {{shapes.y}}"],
        },
        {
          remark:
            "Everything after the layer turns these four numbers into one, the loss $L$. So $L$ can be asked four times: what if *this* one were larger?",
          cells: cells("y", [0, 0], [2, 2]),
        },
        {
          remark: "Four questions, four answers: $\\partial L/\\partial Y$ has the shape of $Y$",
          tex: "\\text{shape of } \\textcolor{gradient}{\\frac{\\partial L}{\\partial Y}} = \\text{shape of } \\textcolor{output}{Y} = \\textcolor{gradient}{ {{shapes.y}} }",
          spoken: "The shape of the partial of L by Y is the shape of Y, {{shapes.y}}.",
          cells: [...cells("dy", [0, 0], [2, 2]), ...cells("y", [0, 0], [2, 2])],
        },
        {
          remark: "From it the layer works out one gradient for its weights, of the kernel’s shape",
          tex: "\\text{shape of } \\textcolor{gradient}{\\frac{\\partial L}{\\partial K}} = \\textcolor{gradient}{ {{shapes.grads.w}} }",
          spoken: "The shape of the partial of L by K is {{shapes.grads.w}}.",
          cells: [...cells("dw", [0, 0], [2, 2]), ...cells("w", [0, 0], [2, 2])],
        },
        {
          remark:
            "And one for its input, of the input’s shape, which it hands on to the layer before",
          tex: "\\text{shape of } \\textcolor{gradient}{\\frac{\\partial L}{\\partial X}} = \\textcolor{gradient}{ {{shapes.grads.x}} }",
          spoken: "The shape of the partial of L by X is {{shapes.grads.x}}.",
          cells: [...cells("dx", [0, 0], [4, 4]), ...cells("x", [0, 0], [4, 4])],
        },
      ],
    },
    {
      kind: "answer",
      about: STRIDED,
      markdown:
        "The gradient that arrives, $\\partial L/\\partial Y$, is **{{shapes.y}}**. The one that the layer passes on, $\\partial L/\\partial X$, is **{{shapes.grads.x}}**.",
    },
    {
      kind: "prose",
      about: STRIDED,
      markdown: `## Upstream, downstream

Two usages are about, and they are opposites.

- Think of the river of **data**, from input to output. What lies behind the output is then *downstream*, and some courses call $\\partial L/\\partial Y$ the downstream gradient.
- Think of the river of **gradients**, from the loss back to the input. Now what comes from the loss is *upstream*: Stanford’s CS231n and much of the literature call $\\partial L/\\partial Y$ the upstream gradient, and $\\partial L/\\partial X$, which flows on, the downstream one.

Both pictures are sound, and together they are a trap: on this layer the downstream gradient is {{shapes.y}} in one book and {{shapes.grads.x}} in the other. The symbols have no such trouble. Say $\\partial L/\\partial Y$, and if a question says *downstream*, look up which river its course follows.`,
    },
    {
      kind: "code",
      pytorch: `
import torch

x = torch.zeros(1, 1, 4, 4, requires_grad=True)
layer = torch.nn.Conv2d(1, 1, kernel_size=2, stride=2)
y = layer(x)
y.retain_grad()
y.sum().backward()
assert y.grad.shape == y.shape
assert x.grad.shape == x.shape
assert layer.weight.grad.shape == layer.weight.shape`,
      numpy: `
import numpy as np

y = np.zeros((2, 2))
dy = np.ones_like(y)  # a gradient is made like what it belongs to
assert dy.shape == (2, 2)`,
    },
    { kind: "own", question: STRIDED, asks: ["shapes.y", "shapes.grads.x", "shapes.grads.w"] },
    {
      kind: "ask",
      prompt:
        "In the usage of CS231n, what shape has the *downstream* gradient of this layer? Write it like 3×3.",
      question: STRIDED,
      ask: "shapes.grads.x",
      hint: "There the river runs from the loss to the input. What flows on downstream, past this layer?",
      explain:
        "$\\partial L/\\partial X$, so {{shapes.grads.x}}, like the input. In the other usage the same word means $\\partial L/\\partial Y$, {{shapes.y}}.",
    },
  ],
  deck: {
    verdict: "right",
    title: "The printed card, and its word",
    numbers: [],
    why: "It asks for the shape of the *downstream gradient* and answers 2×2, the shape of the output. That is right for $\\partial L/\\partial Y$, which is what its course means by the word. A reader of CS231n would answer 4×4, and be right about another tensor.",
    slips: [],
  },
  next: { slug: "shape-of-the-kernel-gradient", label: "And the kernel’s gradient: card 80" },
};
