import type { QuestionDraft } from "@/lib/question";
import type { Lesson } from "../types";
import { cell, cells } from "./cells";

const SMALL = [
  [2, 1],
  [-1, 3],
];
const KERNEL = [
  [1, 2, -1],
  [0, 3, 1],
  [2, -2, 4],
];
const STAMP = [3, 3] as const;

/** Four stamps, two apart. */
export const STAMPS: QuestionDraft = {
  op: "conv_transpose2d",
  params: { stride: 2 },
  inputs: { x: SMALL, w: KERNEL },
};

/** The same stamps with their edges cut off. */
const CROPPED: QuestionDraft = { ...STAMPS, params: { stride: 2, padding: 1 } };

/** The convolution that goes the other way, with the same numbers arriving as its G. */
export const OTHER_WAY: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2 },
  inputs: {
    x: [
      [0, 1, 0, 2, 1],
      [3, 0, 1, 0, 2],
      [1, 1, 0, 3, 0],
      [0, 2, 1, 0, 1],
      [2, 0, 1, 1, 0],
    ],
    w: KERNEL,
  },
  dy: SMALL,
};

export const FINAL_UPSAMPLING: QuestionDraft = {
  op: "conv_transpose2d",
  params: { stride: 2, padding: 1 },
  inputs: { x: { shape: [8, 7, 7] }, w: { shape: [8, 3, 4, 4] } },
};

function stamps(x: number[][]): QuestionDraft {
  return { ...STAMPS, inputs: { x, w: KERNEL } };
}

export const TRANSPOSED_CONVOLUTION: Lesson = {
  slug: "transposed-convolution",
  title: "Transposed convolution",
  topic: "Forward pass",
  lead: "Convolution gathers a window into one number. Its transpose does the reverse: one number is stamped over a window. That is how networks make images larger.",
  blocks: [
    {
      kind: "prose",
      markdown: `A convolution asks, for each output, *which inputs do I read?* A transposed convolution asks, for each input, *which outputs do I write?*

Each input cell takes the kernel, multiplies all of it by its own value, and stamps it on the output. The next cell’s stamp lands $S$ cells further on, $S$ being the stride. **Where stamps overlap, they add.** So here the stride makes the output *larger*: it is the distance between stamps.`,
    },
    {
      kind: "player",
      title: "Stamps that add",
      question: STAMPS,
      arrangement: ["x", "·", "w", "→", "y"],
      plan: [
        {
          remark: "The first cell is {{x@0,0}}, so it stamps ${{x@0,0}} \\cdot K$ in the corner.",
          tex: "\\text{row } {{0 · 2 =}}, \\qquad \\text{column } {{0 · 2 =}}",
          spoken: "The stamp starts at row {{[0 · 2]}}, column {{[0 · 2]}}.",
          cells: [cell("x", [0, 0]), ...cells("w", [0, 0], STAMP), ...cells("y", [0, 0], STAMP)],
          soFar: stamps([
            [2, 0],
            [0, 0],
          ]),
        },
        {
          remark:
            "The second stamps ${{x@0,1}} \\cdot K$ two cells further right. A 3×3 stamp moved by 2 overlaps the last one by a column, and there they add.",
          tex: "\\text{row } {{0 · 2 =}}, \\qquad \\text{column } {{1 · 2 =}}",
          spoken: "The stamp starts at row {{[0 · 2]}}, column {{[1 · 2]}}.",
          cells: [cell("x", [0, 1]), ...cells("w", [0, 0], STAMP), ...cells("y", [0, 2], STAMP)],
          soFar: stamps([
            [2, 1],
            [0, 0],
          ]),
        },
        {
          remark: "The third stamps ${{x@1,0}} \\cdot K$ two rows down.",
          tex: "\\text{row } {{1 · 2 =}}, \\qquad \\text{column } {{0 · 2 =}}",
          spoken: "The stamp starts at row {{[1 · 2]}}, column {{[0 · 2]}}.",
          cells: [cell("x", [1, 0]), ...cells("w", [0, 0], STAMP), ...cells("y", [2, 0], STAMP)],
          soFar: stamps([
            [2, 1],
            [-1, 0],
          ]),
        },
        {
          remark: "The last stamps ${{x@1,1}} \\cdot K$. In the middle all four have met.",
          tex: "\\text{row } {{1 · 2 =}}, \\qquad \\text{column } {{1 · 2 =}}",
          spoken: "The stamp starts at row {{[1 · 2]}}, column {{[1 · 2]}}.",
          cells: [cell("x", [1, 1]), ...cells("w", [0, 0], STAMP), ...cells("y", [2, 2], STAMP)],
          soFar: stamps(SMALL),
        },
        {
          ask: "y",
          at: [2, 2],
          rules: ["stamp-cell"],
          captions: ["The cell in the very middle, from one corner of each stamp"],
        },
      ],
    },
    {
      kind: "prose",
      about: STAMPS,
      markdown: `## How large is the output?

Follow the last stamp along one side. It starts at $(\\text{in} - 1) \\cdot S$, since there are one fewer gaps than stamps, and it reaches $k$ cells from there:

$\\displaystyle \\text{out} = (\\text{in} - 1) \\cdot S + k - 2P$

Here \${{(shapes.x@-1 - 1) · 2 + shapes.w@-1}} = {{shapes.y@-1}}$. Padding does the opposite of what it does in a convolution: it **cuts** $P$ cells off each side of the result. One doubt remains: with stride 2, a convolution makes the same output from 5 cells and from 6, because the sixth is left over. So the way back has two possible sizes, and \`output_padding\` says how many such left-over cells to put back, at the bottom and on the right.

With $P = 1$ the four stamps are the same, and the outermost cells are cut off:`,
    },
    {
      kind: "picture",
      question: CROPPED,
      arrangement: ["x", "·", "w", "→", "y"],
      caption:
        "Padding of a transposed convolution: what is struck through was stamped, then cut off. {{shapes.y}} cells are left.",
    },
    {
      kind: "prose",
      about: STAMPS,
      markdown: `## Why it has that name

You may have met these stamps before: in [the backward pass](/learn/backward-pass) every output handed $G \\cdot K$ back to its window. That is the same operation. **A transposed convolution does forward what a convolution does when it hands its gradient back to the input.** Here is a 5×5 convolution with this kernel and stride 2, and our little input arriving as its $G$:`,
    },
    {
      kind: "picture",
      question: OTHER_WAY,
      arrangement: ["dy", "·", "w", "→", "dx"],
      labels: { dy: { words: "gradient", symbol: "G" } },
      caption: "Number for number the output above.",
    },
    {
      kind: "prose",
      about: STAMPS,
      markdown: `And the word *transposed*: a convolution can be written as one large matrix that multiplies the flattened input. Its gradient multiplies by the same matrix, transposed. Only shapes are undone by it, not values: a convolution followed by its transpose does not give you the input back, so the old name “deconvolution” promises too much.

## Where answers go astray

- **A later stamp replaces an earlier one.** They add. The middle cell is {{y@2,2}} because four stamps share it.
- **The stamps lie side by side at stride 1.** The stride is the step between stamps.
- **The convolution’s size formula.** It makes things smaller; this layer makes them larger.
- **Padding enlarges.** Here it crops.
- **The kernel is rotated.** Not for stamping. It only appears rotated when you stand at an output cell and gather.
- **The weights’ axes.** Theirs are inputs × outputs × height × width, the other way round from a convolution’s.

If the kernel’s size is not a multiple of the stride, some cells lie under more stamps than their neighbours. That is the checkerboard one sees in some generated images.`,
    },
    {
      kind: "ask",
      prompt:
        "An 8×7×7 input (channels first) goes through a transposed convolution with 4×4 kernels, stride 2, padding 1 and three output channels. What is the shape of the output?",
      question: FINAL_UPSAMPLING,
      ask: "shapes.y",
      hint: "Where does the seventh stamp start, and how far does it reach? Then cut one cell off at each end.",
      explain:
        "${{(shapes.x@-1 - 1) · 2 + shapes.w@-1 - 2 · 1}} = {{shapes.y@-1}}$ along each side, and three channels: {{shapes.y}}. Kernel 4, stride 2, padding 1 doubles any size exactly, which is why you see it so often.",
    },
    { kind: "own", question: STAMPS, asks: ["shapes.y", "y"] },
  ],
  next: { slug: "receptive-field", label: "Next: the receptive field" },
};
