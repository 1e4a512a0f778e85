import type { QuestionDraft } from "@/lib/question";
import { cell, cells } from "../lessons/cells";
import type { WorkedCard } from "../types";
import { STRIDED } from "./posed";

/** One row and one column more than the stride can use. */
const LEFT_OVER: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2 },
  inputs: { x: { shape: [5, 5] }, w: { shape: [2, 2] } },
};

export const CARD_78: WorkedCard = {
  card: 78,
  slug: "output-size",
  title: "How large is the output?",
  topic: "Shapes",
  lead: "A 4×4 input, a 2×2 kernel, stride 2. Count the places where the kernel can stand before you compute a single product.",
  blocks: [
    {
      kind: "player",
      question: STRIDED,
      plan: [
        {
          remark: "The kernel starts in the corner. That is one place, so one output",
          cells: [...cells("x", [0, 0], [2, 2]), cell("y", [0, 0])],
        },
        {
          remark: "Stride 2: it jumps two columns to the right, and fits once more",
          cells: [...cells("x", [0, 2], [2, 2]), cell("y", [0, 1])],
        },
        {
          remark: "Another jump would leave the input. So two rows down, back to the left",
          cells: [...cells("x", [2, 0], [2, 2]), cell("y", [1, 0])],
        },
        {
          remark: "And the last place. Four places, four outputs",
          cells: [...cells("x", [2, 2], [2, 2]), cell("y", [1, 1])],
        },
        {
          ask: "shapes.y",
          captions: [
            "The same count as a formula: the room to move, divided by the stride, plus the first place",
          ],
        },
      ],
    },
    {
      kind: "answer",
      about: STRIDED,
      markdown: "The output is **{{shapes.y}}**: two places along each axis.",
    },
    {
      kind: "prose",
      about: STRIDED,
      markdown: `## Every shape of this layer

The formula takes some practice for the output. For the gradients there is nothing to compute: a gradient has one entry for each entry of what it belongs to.

| tensor | shape | because |
|---|---|---|
| input $X$ | {{shapes.x}} | given |
| kernel $K$ | {{shapes.w}} | given |
| output $Y$ | {{shapes.y}} | places where the kernel fits |
| $\\partial L/\\partial Y$ | {{shapes.y}} | like $Y$ |
| $\\partial L/\\partial K$ | {{shapes.grads.w}} | like $K$ |
| $\\partial L/\\partial X$ | {{shapes.grads.x}} | like $X$ |`,
    },
    {
      kind: "code",
      pytorch: `
import torch

layer = torch.nn.Conv2d(1, 1, kernel_size=2, stride=2)
y = layer(torch.zeros(1, 1, 4, 4))
assert tuple(y.shape[-2:]) == (2, 2)`,
      numpy: `
def output_size(size, kernel, stride=1, padding=0, dilation=1):
    reach = dilation * (kernel - 1) + 1
    return (size + 2 * padding - reach) // stride + 1

assert output_size(4, kernel=2, stride=2) == 2`,
    },
    { kind: "own", question: STRIDED, asks: ["shapes.y"] },
    {
      kind: "ask",
      prompt:
        "The same kernel and stride on a **5×5** input. What shape is the output? Write it like 3×3.",
      question: LEFT_OVER,
      ask: "shapes.y",
      hint: "Along one axis there are ${{shapes.x@-1 - shapes.w@-1 =}}$ cells of room, and each jump takes two. Half a jump is no jump.",
      explain:
        "Still {{shapes.y}}. Three cells of room hold one jump of two, and one cell is left over: the last row and the last column are never covered. That is what the floor in the formula says.",
    },
  ],
  deck: {
    verdict: "right",
    title: "The printed card stops one line early",
    numbers: [],
    why: "It writes $(4 - 2)/2 + 1$ and leaves it there. Worked out that is 2, along the height and along the width, so the shape is 2×2. It also leaves out the floor, which does no harm here because the stride divides the room evenly; in the question at the end of this page it would.",
    slips: [],
  },
  next: { slug: "gradient-at-the-output", label: "The same layer, backward: card 79" },
};
