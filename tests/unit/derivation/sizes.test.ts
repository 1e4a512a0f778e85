import { describe, expect, it } from "vitest";
import { derive } from "@/lib/derivation";
import { type Params, type QuestionDraft, questionFrom } from "@/lib/question";
import { toText } from "@/lib/tex";

interface Sizes {
  readonly op?: "conv2d" | "conv_transpose2d";
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly params?: Params;
  readonly rounding?: "floor" | "ceil" | "exact";
}

const ROWS: readonly (readonly [title: string, sizes: Sizes, lines: readonly string[]])[] = [
  [
    "card 78: both axes alike share a line",
    { x: [4, 4], w: [2, 2], params: { stride: 2 } },
    [
      "H_out = W_out = floor((H + 2·P - k)/S) + 1",
      "H_out = W_out = floor((4 + 2·0 - 2)/2) + 1 = 2",
      "shape of Y = 2 x 2",
    ],
  ],
  [
    "card 82: ten filters make ten channels",
    { x: [3, 32, 32], w: [10, 3, 5, 5], params: { padding: 2 } },
    [
      "H_out = W_out = floor((H + 2·P - k)/S) + 1",
      "H_out = W_out = floor((32 + 2·2 - 5)/1) + 1 = 32",
      "shape of Y = 10 x 32 x 32",
    ],
  ],
  [
    "axes that differ in size alone share the rule",
    { x: [5, 4], w: [3, 3], params: { stride: 2, padding: 1 } },
    [
      "H_out = floor((H + 2·P - k)/S) + 1",
      "H_out = floor((5 + 2·1 - 3)/2) + 1 = 3",
      "W_out = floor((4 + 2·1 - 3)/2) + 1 = floor(1.5) + 1 = 2",
      "shape of Y = 3 x 2",
    ],
  ],
  [
    "axes that differ in the kernel have a rule each",
    { x: [5, 5], w: [1, 3] },
    [
      "H_out = floor((H + 2·P - k_h)/S) + 1",
      "H_out = floor((5 + 2·0 - 1)/1) + 1 = 5",
      "W_out = floor((W + 2·P - k_w)/S) + 1",
      "W_out = floor((5 + 2·0 - 3)/1) + 1 = 3",
      "shape of Y = 5 x 3",
    ],
  ],
  [
    "the floor bites and a row is dropped",
    { x: [5, 5], w: [2, 2], params: { stride: 2 } },
    [
      "H_out = W_out = floor((H + 2·P - k)/S) + 1",
      "H_out = W_out = floor((5 + 2·0 - 2)/2) + 1 = floor(1.5) + 1 = 2",
      "5 - ((2 - 1)·2 + 2) = 5 - 4 = 1",
      "shape of Y = 2 x 2",
    ],
  ],
  [
    "what the floor drops may be padding alone, which nobody misses",
    { x: [4, 4], w: [3, 3], params: { stride: 2, padding: 1 } },
    [
      "H_out = W_out = floor((H + 2·P - k)/S) + 1",
      "H_out = W_out = floor((4 + 2·1 - 3)/2) + 1 = floor(1.5) + 1 = 2",
      "shape of Y = 2 x 2",
    ],
  ],
  [
    "dilation spreads the kernel first",
    { x: [7, 7], w: [3, 3], params: { dilation: 2 } },
    [
      "k' = D·(k - 1) + 1 = 2·(3 - 1) + 1 = 5",
      "H_out = W_out = floor((H + 2·P - k')/S) + 1",
      "H_out = W_out = floor((7 + 2·0 - 5)/1) + 1 = 3",
      "shape of Y = 3 x 3",
    ],
  ],
  [
    "uneven padding is added side by side",
    { x: [4, 4], w: [2, 2], params: { pad: [1, 1, 0, 0] } },
    [
      "H_out = W_out = floor((H + P_before + P_after - k)/S) + 1",
      "H_out = W_out = floor((4 + 1 + 0 - 2)/1) + 1 = 4",
      "shape of Y = 4 x 4",
    ],
  ],
  [
    "“same” padding goes the other way round: size first, then padding",
    { x: [5, 5], w: [2, 2], params: { padding: "same" } },
    [
      "H_out = W_out = ceil(H/S) = ceil(5/1) = 5",
      "P_total = (5 - 1)·1 + 2 - 5 = 1, P_before = 0, P_after = 1",
      "shape of Y = 5 x 5",
    ],
  ],
  [
    "must-fit rounding divides without a floor",
    { x: [4, 4], w: [2, 2], params: { stride: 2 }, rounding: "exact" },
    [
      "H_out = W_out = (H + 2·P - k)/S + 1",
      "H_out = W_out = (4 + 2·0 - 2)/2 + 1 = 2",
      "shape of Y = 2 x 2",
    ],
  ],
  [
    "the ceiling counts a window that hangs over",
    { x: [5, 5], w: [2, 2], params: { stride: 2 }, rounding: "ceil" },
    [
      "H_out = W_out = ceil((H + 2·P - k)/S) + 1",
      "H_out = W_out = ceil((5 + 2·0 - 2)/2) + 1 = ceil(1.5) + 1 = 3",
      "shape of Y = 3 x 3",
    ],
  ],
  [
    "but not one that would start outside",
    { x: [4, 4], w: [1, 1], params: { stride: 4, padding: 1 }, rounding: "ceil" },
    [
      "H_out = W_out = ceil((H + 2·P - k)/S) + 1",
      "H_out = W_out = ceil((4 + 2·1 - 1)/4) + 1 = ceil(1.25) + 1 = 3",
      "H_out = W_out = 3 - 1 = 2",
      "shape of Y = 2 x 2",
    ],
  ],
  [
    "a transposed convolution turns the formula round",
    { op: "conv_transpose2d", x: [2, 2], w: [3, 3], params: { stride: 2 } },
    [
      "H_out = W_out = (H - 1)·S + k - 2·P",
      "H_out = W_out = (2 - 1)·2 + 3 - 2·0 = 5",
      "shape of Y = 5 x 5",
    ],
  ],
  [
    "and output padding adds what the floor had dropped",
    {
      op: "conv_transpose2d",
      x: [2, 2],
      w: [3, 3],
      params: { stride: 2, padding: 1, output_padding: 1 },
    },
    [
      "H_out = W_out = (H - 1)·S + k - 2·P + P_out",
      "H_out = W_out = (2 - 1)·2 + 3 - 2·1 + 1 = 4",
      "shape of Y = 4 x 4",
    ],
  ],
];

describe("the size of an output, step by step", () => {
  it.each(ROWS)("%s", (_, { op = "conv2d", x, w, params = {}, rounding = "floor" }, lines) => {
    const draft: QuestionDraft = {
      op,
      params,
      inputs: { x: { shape: x }, w: { shape: w } },
      conventions: { rounding },
    };
    const { steps } = derive(questionFrom(draft), "shapes.y");
    expect(steps.map(({ line }) => toText(line))).toEqual(lines);
  });
});
