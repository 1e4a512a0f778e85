import type { QuestionDraft } from "@/lib/question";
import { cell, cells } from "../lessons/cells";
import type { WorkedCard } from "../types";
import { STRIDED } from "./posed";

/** A kernel that is not square, on an input that is not either. */
const OBLONG: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2 },
  inputs: { x: { shape: [7, 8] }, w: { shape: [3, 2] } },
};

export const CARD_80: WorkedCard = {
  card: 80,
  slug: "shape-of-the-kernel-gradient",
  title: "One number for every weight",
  topic: "Shapes",
  lead: "The same layer once more. The gradient for the kernel has to say, for each weight, which way to move it. So how many numbers is that?",
  blocks: [
    {
      kind: "player",
      question: STRIDED,
      arrangement: ["x", "⋆", "dy", "=", "dw"],
      plan: [
        {
          remark:
            "Take one weight, the top left. In each of the four windows it lay on the window’s top left input",
          cells: [
            cell("x", [0, 0]),
            cell("x", [0, 2]),
            cell("x", [2, 0]),
            cell("x", [2, 2]),
            cell("dw", [0, 0]),
          ],
        },
        {
          remark: "The four gradients that arrive meet those four inputs. Added up: one number",
          cells: [
            ...cells("dy", [0, 0], [2, 2]),
            cell("x", [0, 0]),
            cell("x", [0, 2]),
            cell("x", [2, 0]),
            cell("x", [2, 2]),
            cell("dw", [0, 0]),
          ],
        },
        {
          remark: "The next weight lay one column to the right each time. One number again",
          cells: [
            cell("x", [0, 1]),
            cell("x", [0, 3]),
            cell("x", [2, 1]),
            cell("x", [2, 3]),
            cell("dw", [0, 1]),
          ],
        },
        {
          ask: "shapes.grads.w",
          captions: ["Four weights, four numbers: the gradient has the kernel’s own shape"],
        },
      ],
    },
    {
      kind: "answer",
      about: STRIDED,
      markdown: "$\\partial L/\\partial K$ is **{{shapes.grads.w}}**, like the kernel.",
    },
    {
      kind: "prose",
      about: STRIDED,
      markdown: `## Why it could not be otherwise

A gradient is there to be subtracted. After the backward pass the optimiser writes $K \\leftarrow K - \\eta\\, \\partial L/\\partial K$, weight by weight, and that only makes sense if both have the same shape. Stride, padding and the size of the input change *which* numbers are added up for a weight, never how many weights there are.

Here the output and the kernel both happen to be 2×2, so two different reasons lead to the same shape. Do not let that stick: the gradient is {{shapes.grads.w}} because the **kernel** is.`,
    },
    {
      kind: "code",
      pytorch: `
import torch

layer = torch.nn.Conv2d(1, 1, kernel_size=2, stride=2)
layer(torch.rand(1, 1, 4, 4)).sum().backward()
assert layer.weight.grad.shape == (1, 1, 2, 2)`,
      numpy: `
import numpy as np

x, dy, stride = np.random.rand(4, 4), np.ones((2, 2)), 2
dk = np.array([[(x[u : u + 3 : stride, v : v + 3 : stride] * dy).sum() for v in range(2)]
               for u in range(2)])
assert dk.shape == (2, 2)`,
    },
    { kind: "own", question: STRIDED, asks: ["shapes.y", "shapes.grads.w"] },
    {
      kind: "ask",
      prompt:
        "A 3×2 kernel (three rows, two columns) with stride 2 on a 7×8 input. What shape is $\\partial L/\\partial K$? Write it like 5×5.",
      question: OBLONG,
      ask: "shapes.grads.w",
      hint: "You need neither the stride nor the input.",
      explain:
        "{{shapes.grads.w}}, the kernel’s own shape. The output is {{shapes.y}}; that is how many products are added up for each weight.",
    },
  ],
  deck: {
    verdict: "right",
    title: "The printed card says the same",
    numbers: [],
    why: "2×2, the same shape as the kernel. Right, and for the right reason.",
    slips: [],
  },
  next: {
    slug: "shape-of-the-input-gradient",
    label: "A set-up that cannot have happened: card 81",
  },
};
