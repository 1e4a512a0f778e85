import type { QuestionDraft } from "@/lib/question";
import type { ChainLayer } from "@/lib/tensor";
import type { Lesson } from "../types";
import { cell, cells } from "./cells";

/** What three stacked 3×3 layers see. */
export const STACK: readonly ChainLayer[] = [{ kernel: 3 }, { kernel: 3 }, { kernel: 3 }];
/** The first layer strides, so that the second sees further. */
export const STRIDED_CHAIN: readonly ChainLayer[] = [{ kernel: 3, stride: 2 }, { kernel: 3 }];
export const FINAL_CHAIN: readonly ChainLayer[] = [
  { kernel: 3, stride: 2 },
  { kernel: 3 },
  { kernel: 2, stride: 2 },
];

const SEVEN: QuestionDraft = {
  op: "conv2d",
  inputs: { x: { shape: [7, 7] }, w: { shape: [3, 3] } },
};

/** One row is enough: columns behave alike. */
const ROW: QuestionDraft = {
  op: "conv2d",
  inputs: { x: [[3, 1, 4, 1, 5, 9, 2]], w: [[1, 1, 1]] },
};

export const SMALL_KERNEL: QuestionDraft = {
  op: "conv2d",
  inputs: { x: { shape: [64, 56, 56] }, w: { shape: [64, 64, 3, 3] } },
};
export const LARGE_KERNEL: QuestionDraft = {
  op: "conv2d",
  inputs: { x: { shape: [64, 56, 56] }, w: { shape: [64, 64, 7, 7] } },
};

/** The pooled cell reads 4×4 cells of the first layer; these read what a transposed convolution would write. */
export const FINAL_FIELD: QuestionDraft = {
  op: "conv_transpose2d",
  params: { stride: 2 },
  inputs: { x: { shape: [4, 4] }, w: { shape: [3, 3] } },
};

export const RECEPTIVE_FIELD: Lesson = {
  slug: "receptive-field",
  title: "The receptive field",
  topic: "Shapes",
  lead: "A cell deep in a network sees more of the image than one kernel’s width. How much more, and why do strides make it grow so fast?",
  blocks: [
    {
      kind: "prose",
      markdown: `Ask a cell in some layer: *which pixels of the image could change you?* Those pixels are its receptive field.

After one 3×3 layer the answer is a patch of 3×3. A cell of the second layer reads 3×3 cells of the first, and each of those reads its own 3×3 patch. But **neighbours’ patches overlap**: they are one pixel apart. So the second layer adds only a rim of one pixel on each side.`,
    },
    {
      kind: "player",
      title: "A rim for every layer",
      question: SEVEN,
      arrangement: ["x"],
      plan: [
        {
          remark: "A pixel sees itself: a field of 1.",
          tex: "r = 1",
          spoken: "r is one.",
          cells: [cell("x", [3, 3])],
        },
        {
          remark: "One 3×3 layer: a patch of 3.",
          tex: "r = {{1 + (shapes.w@-1 - 1) =}}",
          spoken: "r is {{1 + (shapes.w@-1 - 1) =}}.",
          cells: cells("x", [2, 2], [3, 3]),
        },
        {
          remark: "Two layers: one more pixel on each side.",
          tex: "r = {{[1 + (shapes.w@-1 - 1)] + (shapes.w@-1 - 1) =}}",
          spoken: "r is {{[1 + (shapes.w@-1 - 1)] + (shapes.w@-1 - 1) =}}.",
          cells: cells("x", [1, 1], [5, 5]),
        },
        {
          remark: "Three layers. The kernel’s *size less one* is what each layer adds.",
          tex: "r = {{[1 + 2 · (shapes.w@-1 - 1)] + (shapes.w@-1 - 1) =}}",
          spoken: "r is {{[1 + 2 · (shapes.w@-1 - 1)] + (shapes.w@-1 - 1) =}}.",
          cells: cells("x", [0, 0], [7, 7]),
        },
      ],
      caption: "The input, 7×7, and what one cell sees of it.",
    },
    {
      kind: "prose",
      about: LARGE_KERNEL,
      markdown: `Three 3×3 layers see as far as a single 7×7 layer. With 64 channels in and out, the 7×7 layer has {{params}} weights.`,
    },
    {
      kind: "prose",
      about: SMALL_KERNEL,
      markdown: `A 3×3 layer has {{params}}, so three of them together have about half as many (\${{3 · [shapes.w@-1 · shapes.w@-1] =}}$ for every {{[7 · 7]}}), and there is room for two more nonlinearities in between. That is why networks since VGG stack small kernels.

## What a stride does

Now let one layer move in steps of 2. Its neighbouring cells stand for patches that are **two** pixels apart. From there on every step sideways, in any later layer, is two pixels on the image. This distance is called the *jump* $j$. It begins at 1, and each stride multiplies it.

So a layer with kernel $k$ reaches $k - 1$ steps further, each of them $j$ pixels long:

$r \\leftarrow r + (k' - 1) \\cdot j$, and **then** $j \\leftarrow j \\cdot S$

with $k' = D(k - 1) + 1$ if the kernel is dilated.`,
    },
    {
      kind: "player",
      title: "A stride of 2 in the first layer",
      question: ROW,
      arrangement: ["x"],
      plan: [
        {
          remark: "A pixel sees itself, and its neighbour is one pixel away.",
          tex: "r = 1, \\qquad j = 1",
          spoken: "r is one, j is one.",
          cells: [cell("x", [0, 3])],
        },
        {
          remark:
            "First layer, kernel 3, **stride 2**. Its own reach still uses the old jump, because the stride only matters to those who come after.",
          tex: "r = {{1 + (shapes.w@-1 - 1) · 1 =}}, \\qquad j = {{1 · 2 =}}",
          spoken: "r is {{1 + (shapes.w@-1 - 1) · 1 =}}; j is now {{1 · 2 =}}.",
          cells: cells("x", [0, 2], [1, 3]),
        },
        {
          remark:
            "Second layer, kernel 3: each of its two steps is two pixels long. We are at 7 after two layers; without the stride it took three.",
          tex: "r = {{[1 + (shapes.w@-1 - 1) · 1] + (shapes.w@-1 - 1) · 2 =}}, \\qquad j = {{[1 · 2]}}",
          spoken:
            "r is {{[1 + (shapes.w@-1 - 1) · 1] + (shapes.w@-1 - 1) · 2 =}}; j stays {{[1 · 2]}}.",
          cells: cells("x", [0, 0], [1, 7]),
        },
      ],
      caption: "One row of the input is enough; rows and columns behave alike.",
    },
    {
      kind: "prose",
      markdown: `Without strides the field grows by the same amount at each layer. Each stride of 2 doubles the jump, and with it everything that later layers add. With a stride of 2 in every layer the field about doubles from one layer to the next: 3, 7, 15, 31. Pooling layers have windows and strides too, so they count like any other.

## Where answers go astray

- **The kernel’s size is added instead of its size less one.** The window already stands on a pixel; it reaches over the rest.
- **The jump is updated first.** A layer’s own stride spreads the cells of its *output*. Its own window still reads at the old spacing.
- **The strides are left out,** as if all layers were alike.
- **Pooling is skipped** because it learns nothing. It looks, all the same.`,
    },
    {
      kind: "ask",
      prompt:
        "A network begins with a 3×3 convolution of stride 2, then a 3×3 convolution of stride 1, then 2×2 max pooling with stride 2. How large a patch of the image does one pooled cell see? Give height × width.",
      question: FINAL_FIELD,
      ask: "shapes.y",
      hint: "Go backwards. The pooled cell reads 2×2 cells, these read 4×4 of the first layer’s cells. Those stand two pixels apart and each reads 3×3.",
      explain:
        "Forwards: ${{1 + (3 - 1) · 1 =}}$, and the jump becomes 2; ${{[1 + (3 - 1) · 1] + (3 - 1) · 2 =}}$; ${{[3 + (3 - 1) · 2] + (2 - 1) · 2 =}}$. So the patch is {{shapes.y}}. Backwards it is a size you know: ${{(shapes.x@-1 - 1) · 2 + shapes.w@-1}} = {{shapes.y@-1}}$, that of a transposed convolution. Looking back through a layer is what its gradient does.",
    },
  ],
  next: { slug: "backward-pass", label: "The backward pass on one page" },
};
