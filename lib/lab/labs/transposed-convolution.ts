import type { QuestionDraft } from "@/lib/question";
import { type Tensor, convTranspose2d } from "@/lib/tensor";
import type { PlanesFigure } from "../figure";
import { cellsWhere, imageOf } from "../images";
import { defineLab } from "../lab";
import { type Rows, rowsOf } from "../planes";

/** Every input cell stamps the kernel, times its value; stamps that meet add. Card 60. */
export const transposedConvolutionLab = defineLab({
  id: "transposed-convolution",
  title: "Stamps that add",
  lead: "Each cell of the input stamps the whole kernel, scaled by its value. Change the stride: with 3 the stamps lie side by side, with 2 they share rows and columns, with 1 nearly everything is shared.",
  fields: {
    x: {
      kind: "grid",
      label: "cells of the input",
      role: "input",
      start: [
        [1, 3],
        [2, -1],
      ],
      most: [3, 3],
    },
    w: {
      kind: "grid",
      label: "weights of the kernel",
      role: "kernel",
      start: [
        [1, 0, 2],
        [0, 1, 0],
        [1, 2, 1],
      ],
      most: [4, 4],
    },
    stride: { kind: "number", label: "stride", start: 2, least: 1, most: 4, whole: true },
    padding: { kind: "number", label: "padding", start: 0, least: 0, most: 3, whole: true },
    extra: { kind: "number", label: "output padding", start: 0, least: 0, most: 3, whole: true },
  },
  work({ x, w, stride, padding, extra }) {
    const options = { stride, padding, output_padding: extra };
    const y = convTranspose2d(imageOf(x), imageOf(w), undefined, options);
    const covered = convTranspose2d(ones(x), ones(w), undefined, options);
    const question: QuestionDraft = {
      op: "conv_transpose2d",
      params: options,
      inputs: { x, w },
    };
    const most = Math.max(...covered.data);
    const busiest = covered.data.indexOf(most);
    return {
      results: {
        side: y.shape.at(-1) ?? 0,
        stamps: x.flat().length,
        most,
        least: Math.min(...covered.data),
        meeting: y.data[busiest] ?? 0,
      },
      parts: [
        stamped(x, w, y, covered),
        {
          kind: "planes",
          title: "How many stamps lie on each cell",
          items: [{ kind: "grid", title: "stamps", role: "output", rows: rowsOf(covered) }],
        },
        { kind: "player", title: "Size, then stamp by stamp", question, asks: ["shapes.y", "y"] },
      ],
    };
  },
});

function ones(rows: Rows): Tensor {
  return imageOf(rows.map((row) => row.map(() => 1)));
}

/** The cells where stamps meet are lit. */
function stamped(x: Rows, w: Rows, y: Tensor, covered: Tensor): PlanesFigure {
  const lit = cellsWhere(covered, (count) => count > 1);
  return {
    kind: "planes",
    title: "The cells where stamps meet are lit",
    items: [
      { kind: "grid", title: "input", role: "input", rows: x },
      { kind: "sign", sign: "·" },
      { kind: "grid", title: "kernel", role: "kernel", rows: w },
      { kind: "sign", sign: "→" },
      { kind: "grid", title: "output", role: "output", rows: rowsOf(y), lit },
    ],
  };
}
