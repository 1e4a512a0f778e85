import type { QuestionDraft } from "@/lib/question";
import type { Block } from "../../types";
import { cell, cells } from "../cells";
import { gradient } from "../colours";
import {
  G,
  GRADIENT,
  INPUT_GRADIENT,
  KERNEL,
  KERNEL_ROTATED,
  LAYER,
  ROTATED_KERNEL,
} from "./example";

const STAMP = [2, 2] as const;

/** The same kernel and the same G, on a 4×4 input with stride 2. */
export const STRIDED: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2 },
  inputs: {
    x: [
      [2, 1, 0, 1],
      [0, 1, 1, 3],
      [1, 2, 0, 2],
      [3, 0, 1, 1],
    ],
    w: KERNEL,
  },
  dy: GRADIENT,
};

/** G with zeros where the skipped outputs would have been, through an ordinary convolution. */
export const ZEROS_INSERTED: QuestionDraft = {
  op: "conv2d",
  params: { padding: 1 },
  inputs: {
    x: [
      [3, 0, 1],
      [0, 0, 0],
      [2, 0, -1],
    ],
    w: KERNEL_ROTATED,
  },
};

/** Three by three on five by five: the four stamps meet in the middle. */
export const STAMPS_MEET: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2 },
  inputs: {
    x: [
      [1, 0, 2, 1, 3],
      [0, 2, 1, 0, 1],
      [3, 1, 0, 2, 0],
      [1, 0, 1, 3, 2],
      [2, 1, 0, 0, 1],
    ],
    w: [
      [1, 0, 2],
      [-1, 3, 1],
      [-2, 1, 4],
    ],
  },
  dy: [
    [2, -1],
    [1, 3],
  ],
};

export const STRIDE_TWO: readonly Block[] = [
  {
    kind: "prose",
    markdown: `## The same with stride 2

Keep the kernel and keep $G$, and let the windows start two cells apart, on a 4×4 input. Nothing about the questions changes. A stamp still goes to the window that its output came from; only, the windows now lie further apart.`,
  },
  {
    kind: "player",
    title: "Stamps two apart",
    question: STRIDED,
    arrangement: ["dy", "·", "w", "→", "dx"],
    labels: { dy: G, dx: INPUT_GRADIENT },
    plan: [
      {
        remark: "${{dy@0,0}} \\cdot K$ at the top left, as before.",
        tex: "\\text{row } {{0 · 2 =}}, \\qquad \\text{column } {{0 · 2 =}}",
        spoken: "The stamp starts at row {{[0 · 2]}}, column {{[0 · 2]}}.",
        cells: [cell("dy", [0, 0]), ...cells("w", [0, 0], STAMP), ...cells("dx", [0, 0], STAMP)],
        soFar: {
          ...STRIDED,
          dy: [
            [3, 0],
            [0, 0],
          ],
        },
      },
      {
        remark:
          "${{dy@0,1}} \\cdot K$ **two** cells to the right. A 2×2 stamp moved by 2 no longer overlaps.",
        tex: "\\text{row } {{0 · 2 =}}, \\qquad \\text{column } {{1 · 2 =}}",
        spoken: "The stamp starts at row {{[0 · 2]}}, column {{[1 · 2]}}.",
        cells: [cell("dy", [0, 1]), ...cells("w", [0, 0], STAMP), ...cells("dx", [0, 2], STAMP)],
        soFar: {
          ...STRIDED,
          dy: [
            [3, 1],
            [0, 0],
          ],
        },
      },
      {
        remark: "${{dy@1,0}} \\cdot K$ two rows down.",
        tex: "\\text{row } {{1 · 2 =}}, \\qquad \\text{column } {{0 · 2 =}}",
        spoken: "The stamp starts at row {{[1 · 2]}}, column {{[0 · 2]}}.",
        cells: [cell("dy", [1, 0]), ...cells("w", [0, 0], STAMP), ...cells("dx", [2, 0], STAMP)],
        soFar: {
          ...STRIDED,
          dy: [
            [3, 1],
            [2, 0],
          ],
        },
      },
      {
        remark:
          "${{dy@1,1}} \\cdot K$ in the last corner. With a larger kernel than stride they would overlap, and add, as before.",
        tex: "\\text{row } {{1 · 2 =}}, \\qquad \\text{column } {{1 · 2 =}}",
        spoken: "The stamp starts at row {{[1 · 2]}}, column {{[1 · 2]}}.",
        cells: [cell("dy", [1, 1]), ...cells("w", [0, 0], STAMP), ...cells("dx", [2, 2], STAMP)],
        soFar: {
          ...STRIDED,
          dy: [
            [3, 1],
            [2, -1],
          ],
        },
      },
    ],
  },
  {
    kind: "prose",
    about: STRIDED,
    markdown: `And as one convolution? Here is a way to see it: **a layer with stride 2 is a layer with stride 1 that throws away every second output.** An output that was thrown away cannot reach the loss, so its gradient is 0. Put those zeros back between the cells of $G$, and you have the $G$ of a layer with stride 1; from there on everything is as above, border and rotated kernel included. With stride $S$ there are $S - 1$ zeros between neighbours.`,
  },
  {
    kind: "player",
    title: "Zeros in between, then as before",
    question: ZEROS_INSERTED,
    arrangement: ["x", "⋆", "w", "=", "y"],
    labels: {
      x: { words: "zeros inserted in", symbol: "G", role: "gradient" },
      w: ROTATED_KERNEL,
      y: INPUT_GRADIENT,
    },
    plan: [
      {
        remark:
          "The 2×2 gradient has become 3×3: the middle row and the middle column are the outputs that stride 2 skipped.",
        cells: [
          cell("x", [0, 1]),
          cell("x", [1, 0]),
          cell("x", [1, 1]),
          cell("x", [1, 2]),
          cell("x", [2, 1]),
        ],
      },
      {
        remark:
          "Sliding by one cell, as a layer with stride 1 would. One real output is in the window.",
        tex: `${gradient("\\partial L/\\partial X_{0,0}")} = {{x@0,0 · w@1,1 =}}`,
        spoken: "The gradient of X at 0, 0: {{x@0,0 · w@1,1 =}}.",
        cells: [
          cell("x", [-1, -1], 3),
          cell("x", [-1, 0], -2),
          cell("x", [0, -1], 1),
          cell("x", [0, 0], 2),
          ...cells("w", [0, 0], STAMP),
          cell("y", [0, 0]),
        ],
      },
      {
        remark:
          "The middle of things: the same window as in the example with stride 1, but three of its cells are now zeros.",
        tex: `${gradient("\\partial L/\\partial X_{1,1}")} = {{x@0,0 · w@0,0 + x@0,1 · w@0,1 + x@1,0 · w@1,0 + x@1,1 · w@1,1 =}}`,
        spoken:
          "The gradient of X at 1, 1: {{x@0,0 · w@0,0 + x@0,1 · w@0,1 + x@1,0 · w@1,0 + x@1,1 · w@1,1 =}}.",
        cells: [
          cell("x", [0, 0], 3),
          cell("x", [0, 1], -2),
          cell("x", [1, 0], 1),
          cell("x", [1, 1], 2),
          ...cells("w", [0, 0], STAMP),
          cell("y", [1, 1]),
        ],
      },
      {
        remark: "All sixteen: again what the stamps gave.",
        cells: cells("y", [0, 0], [4, 4]),
      },
    ],
  },
  {
    kind: "prose",
    about: STRIDED,
    markdown: `**The kernel’s gradient jumps as well.** $K_{0,0}$ met $X_{0,0}$, $X_{0,2}$, $X_{2,0}$ and $X_{2,2}$, so the window of $X$ that $G$ reads has gaps: $\\partial L/\\partial K_{0,0} = {{dy@0,0 · x@0,0 + dy@0,1 · x@0,2 + dy@1,0 · x@2,0 + dy@1,1 · x@2,2}} = {{grads.w@0,0}}$. The bias does not care: $\\partial L/\\partial b$ is the sum of $G$, whatever the stride.

**And what no window covers gets nothing.** Give this input a fifth row, and stride 2 never reaches it. It touches no output, so its gradient is 0.

## What to keep

| gradient | which outputs did it touch? | as one operation |
|---|---|---|
| $\\partial L/\\partial b$ | every one, times 1 | the sum of $G$ |
| $\\partial L/\\partial K$ | every one, times the input cell beneath | $X \\star G$, not rotated; with stride, $X$ is read in jumps |
| $\\partial L/\\partial X$ | those whose window held it, times the weight above it | stamps of $G \\cdot K$, added; or padded $G \\star \\operatorname{rot180}(K)$, with stride after inserting zeros |`,
  },
  {
    kind: "ask",
    prompt:
      "Last one, and the hardest. A 3×3 kernel crosses a 5×5 input with stride 2, so there are four outputs, and here is their $G$. What is $\\partial L/\\partial X_{2,2}$, the gradient of the cell in the very middle? (One of the three tensors shown is not needed at all.)",
    question: STAMPS_MEET,
    ask: "grads.x",
    at: [2, 2],
    arrangement: ["x", "w", "dy"],
    labels: { dy: G },
    hint: "Sit on the middle cell. In the first window you are in the bottom-right corner. Where are you in the window of $Y_{0,1}$, which starts two cells further right?",
    explain:
      "All four windows meet in the middle cell, each with another corner: bottom right, bottom left, top right, top left. So ${{dy@0,0 · w@2,2 + dy@0,1 · w@2,0 + dy@1,0 · w@0,2 + dy@1,1 · w@0,0}} = {{grads.x@2,2}}$. With the kernel not rotated you would get {{[dy@0,0 · w@0,0 + dy@0,1 · w@0,2 + dy@1,0 · w@2,0 + dy@1,1 · w@2,2]}}. $X$ was not needed.",
  },
  {
    kind: "own",
    question: LAYER,
    asks: ["y", "grads.b", "grads.w", "grads.x"],
  },
];
