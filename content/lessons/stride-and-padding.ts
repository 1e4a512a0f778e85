import type { QuestionDraft } from "@/lib/question";
import type { Lesson } from "../types";
import { cells } from "./cells";

/** Five cells, a window of two, steps of two: one row and one column are left over. */
export const STRIDE: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2 },
  inputs: {
    x: [
      [1, 0, 2, 1, 3],
      [2, 1, 0, 3, 1],
      [0, 3, 1, 2, 0],
      [1, 2, 0, 1, 2],
      [3, 1, 2, 0, 1],
    ],
    w: [
      [1, 2],
      [-1, 3],
    ],
  },
};

/** A border of one keeps a 3×3 input 3×3 under a 3×3 kernel. */
export const PADDING: QuestionDraft = {
  op: "conv2d",
  params: { padding: 1 },
  inputs: {
    x: [
      [2, 1, 3],
      [0, 4, 1],
      [1, 2, 5],
    ],
    w: [
      [2, 0, -1],
      [2, 1, 0],
      [0, -2, 3],
    ],
  },
};

/** A picture that is higher than it is wide. */
const FINAL_SIZE: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2, padding: 1 },
  inputs: { x: { shape: [10, 7] }, w: { shape: [3, 3] } },
};

export const STRIDE_AND_PADDING: Lesson = {
  slug: "stride-and-padding",
  title: "Stride and padding",
  topic: "Shapes",
  lead: "How many places are there for the window to stand? That number is the size of the output, and one small formula counts them.",
  blocks: [
    {
      kind: "prose",
      about: STRIDE,
      markdown: `Think of a row of five cells and a window two cells wide. Push the window against the left edge: that is its **first** place. To its right there are \${{shapes.x@-1 - shapes.w@-1 =}}$ cells of **room**. With a stride of 2 each step uses up two of them, so it can step once, and one cell of room is left over, too little for another step. First place plus one step: two places.

That is the formula, before it is one. Room to move, divided by the stride, rounded **down** because half a step is no step, and one more for the place it started from:

$\\displaystyle \\text{out} = \\left\\lfloor \\frac{\\text{in} + 2P - k}{S} \\right\\rfloor + 1$

Rows and columns are counted separately, each with its own sizes.`,
    },
    {
      kind: "player",
      title: "A stride of 2",
      question: STRIDE,
      plan: [
        { ask: "shapes.y" },
        { ask: "y", rules: ["conv-cell"] },
        {
          remark:
            "The last row and the last column met no window at all. What is there makes no difference to the output.",
          cells: [...cells("x", [4, 0], [1, 5]), ...cells("x", [0, 4], [4, 1])],
        },
      ],
    },
    {
      kind: "prose",
      markdown: `Rounding down is what frameworks do. Some courses allow only sizes that fit exactly, and call this layer invalid; pooling layers can also be told to round up. If your answer differs from a key by one, look here first.

## Padding

Without padding the output shrinks at every layer, and the edges get less say than the middle: a corner cell is seen by one window only. So we lay a border of zeros around the input, $P$ cells on **every** side. That is why the formula has $2P$: the row grows at both ends.

For an odd kernel and stride 1, a border of $P = \\frac{k-1}{2}$ keeps the size: 1 for a 3×3 kernel, 2 for 5×5. This is called “same” padding.`,
    },
    {
      kind: "player",
      title: "A border of zeros",
      question: PADDING,
      plan: [
        { ask: "shapes.y" },
        { ask: "y", at: [0, 0], rules: ["conv-window", "conv-cell"] },
        { ask: "y", at: [1, 1], rules: ["conv-cell"] },
        { ask: "y", at: [2, 2], rules: ["conv-window", "conv-cell"] },
        {
          remark:
            "In a corner, five of the nine products are with the border and come to nothing. In the middle none are. A padded output knows a little less at its edge.",
          cells: [...cells("y", [0, 0], [3, 3])],
        },
      ],
    },
    {
      kind: "prose",
      about: FINAL_SIZE,
      markdown: `## Where answers go astray

- **The $+1$ is missing.** You have counted steps, not places. Like fence posts: one more than the gaps.
- **The padding is counted once.** A border of $P$ adds $P$ at each end of the row.
- **Half an output.** A size such as 4.5 means that the rounding is still to come; round down.
- **Height and width swapped.** Shapes are written height first, and so are kernel, stride and padding when they come in pairs.
- **The dilation.** A dilated kernel reaches further than it has weights: put $k' = D(k - 1) + 1$ in the place of $k$.

A stride of $S$ makes each side about $S$ times smaller. That is worth having in your head as a check, before the formula says exactly how much.`,
    },
    {
      kind: "ask",
      prompt:
        "An input 10 high and 7 wide meets a 3×3 kernel with padding 1 and stride 2. How large is the output, height first?",
      question: FINAL_SIZE,
      ask: "shapes.y",
      hint: "Do the height alone. With its border the input is 12 high. How much room is left beside a window of 3, and how many steps of 2 fit in?",
      explain:
        "Height: ${{⌊(shapes.x@-2 + 2 - shapes.w@-2)/2⌋ + 1}} = {{⌊[(shapes.x@-2 + 2 - shapes.w@-2)/2]⌋ + 1}} = {{shapes.y@-2}}$. Width: ${{⌊(shapes.x@-1 + 2 - shapes.w@-1)/2⌋ + 1}} = {{[⌊(shapes.x@-1 + 2 - shapes.w@-1)/2⌋] + 1}} = {{shapes.y@-1}}$. Together {{shapes.y}}.",
    },
    { kind: "own", question: STRIDE, asks: ["shapes.y", "y"] },
  ],
  next: { slug: "channels-and-filters", label: "Next: channels and filters" },
};
