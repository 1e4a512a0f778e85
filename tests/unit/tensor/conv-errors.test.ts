import { describe, expect, it } from "vitest";
import {
  type Conv2dOptions,
  type ConvTranspose2dOptions,
  KernelError,
  conv2d,
  conv2dBiasGradient,
  conv2dInputGradient,
  conv2dOutputShape,
  conv2dWeightGradient,
  convTranspose2d,
  convTranspose2dInputGradient,
  convTranspose2dOutputShape,
  convTranspose2dWeightGradient,
  zeros,
} from "@/lib/tensor";

/** Expects a coded error whose message holds every one of these parts. */
function expectError(call: () => unknown, code: string, ...parts: readonly string[]): void {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(KernelError);
  expect(thrown).toHaveProperty("code", code);
  for (const part of parts) expect(thrown).toHaveProperty("message", expect.stringContaining(part));
}

describe("a convolution that cannot be quotes its numbers and says what could", () => {
  it.each<[string, number[], number[], Conv2dOptions, string, string[]]>([
    ["rank 2 input", [4, 4], [1, 1, 2, 2], {}, "ERR_SHAPE", ["[4, 4]", "rank 2", "N×C×H×W"]],
    ["rank 3 weights", [1, 1, 4, 4], [1, 2, 2], {}, "ERR_SHAPE", ["[1, 2, 2]", "rank 3"]],
    ["no images", [0, 1, 4, 4], [1, 1, 2, 2], {}, "ERR_SHAPE", ["[0, 1, 4, 4]", "at least 1"]],
    [
      "groups that do not divide the channels",
      [1, 6, 4, 4],
      [8, 2, 2, 2],
      { groups: 4 },
      "ERR_CHANNELS",
      ["4 groups", "6 input channels", "8 output channels", "divide both: 1, 2."],
    ],
    ["no groups", [1, 1, 4, 4], [1, 1, 2, 2], { groups: 0 }, "ERR_NUMBER", ["groups is 0"]],
    [
      "weights for another number of channels",
      [1, 3, 4, 4],
      [10, 4, 2, 2],
      {},
      "ERR_CHANNELS",
      ["3 channels", "reads 4", "[10, 3, 2, 2]", "an input of 4 channels"],
    ],
    [
      "weights that fit other groups",
      [1, 6, 4, 4],
      [6, 2, 2, 2],
      {},
      "ERR_CHANNELS",
      ["6 channels", "reads 2", "3 groups"],
    ],
    ["a stride of 0", [1, 1, 4, 4], [1, 1, 2, 2], { stride: 0 }, "ERR_STRIDE", ["height is 0"]],
    [
      "a stride of 1.5",
      [1, 1, 4, 4],
      [1, 1, 2, 2],
      { stride: [1, 1.5] },
      "ERR_STRIDE",
      ["width is 1.5"],
    ],
    ["a dilation of NaN", [1, 1, 4, 4], [1, 1, 2, 2], { dilation: NaN }, "ERR_NUMBER", ["NaN"]],
    ["negative padding", [1, 1, 4, 4], [1, 1, 2, 2], { padding: -1 }, "ERR_PADDING", ["-1"]],
    [
      "padding for two sides, where four are asked for",
      [1, 1, 4, 4],
      [1, 1, 2, 2],
      { pad: [1, 2] as never },
      "ERR_PADDING",
      ["padding along the height is undefined"],
    ],
    [
      "a kernel larger than the padded input",
      [1, 1, 3, 9],
      [1, 1, 5, 5],
      { pad: [1, 0, 0, 0] },
      "ERR_WINDOW",
      ["height", "covers 5 cells", "3 + 1 + 0 = 4", "at most 4", "1 cell more"],
    ],
    [
      "a dilated kernel larger than the input",
      [1, 1, 9, 4],
      [1, 1, 3, 3],
      { dilation: 2 },
      "ERR_WINDOW",
      ["width", "covers 5 cells (2·(3 − 1) + 1)", "at most 2"],
    ],
    [
      "a stride that must fit and does not",
      [1, 1, 6, 6],
      [1, 1, 3, 3],
      { stride: 2, rounding: "exact" },
      "ERR_EXACT",
      ["3 cells", "steps of 2", "leaves 1 over"],
    ],
    [
      "padding beyond all measure",
      [1, 1, 4, 4],
      [1, 1, 2, 2],
      { padding: 2 ** 31 },
      "ERR_MEMORY",
      ["4294967300", "2147483647"],
    ],
  ])("%s", (_, xShape, wShape, options, code, parts) => {
    expectError(() => conv2dOutputShape(xShape, wShape, options), code, ...parts);
  });

  it("a result beyond the memory's bound", () => {
    const [x, w] = [zeros([1, 1, 4, 4]), zeros([1, 1, 2, 2])];
    const call = () => conv2d(x, w, undefined, { padding: 20_000 });
    expectError(call, "ERR_MEMORY", "[1, 1, 40003, 40003]", "134217728");
  });

  it("padded planes beyond the memory's bound, though the result is small", () => {
    const [x, w] = [zeros([1, 1, 4, 4]), zeros([1, 1, 2, 2])];
    const call = () => conv2d(x, w, undefined, { padding: 20_000, stride: 20_000 });
    expectError(call, "ERR_MEMORY", "40002×40002", "134217728");
  });

  it("more multiply–adds than one call may take", () => {
    const [x, w] = [zeros([1, 1, 8192, 8192]), zeros([1, 1, 2048, 2048])];
    expectError(() => conv2d(x, w, undefined), "ERR_MEMORY", "multiply–adds", String(2 ** 36));
  });

  it("a bias of another length", () => {
    const [x, w, b] = [zeros([1, 1, 4, 4]), zeros([3, 1, 2, 2]), zeros([4])];
    expectError(() => conv2d(x, w, b), "ERR_CHANNELS", "4 values", "3 output channels", "[3]");
  });

  it("values that do not fill their shape", () => {
    const x = { shape: [1, 1, 4, 4], data: new Float64Array(15) };
    const call = () => conv2d(x, zeros([1, 1, 2, 2]), undefined);
    expectError(call, "ERR_SHAPE", "needs 16 values", "holds 15");
  });

  it.each([
    ["conv2d", (out: Float64Array) => conv2d(X, W, undefined, {}, out), "needs 9"],
    ["∂x", (out: Float64Array) => conv2dInputGradient(DY, W, X.shape, {}, out), "needs 16"],
    ["∂w", (out: Float64Array) => conv2dWeightGradient(X, DY, W.shape, {}, out), "needs 4"],
    ["∂b", (out: Float64Array) => conv2dBiasGradient(DY, out), "needs 1"],
  ])("an array for the result of %s that has another length", (_, call, needs) => {
    expectError(() => call(new Float64Array(5)), "ERR_SHAPE", "holds 5 values", needs);
  });

  it("a bias gradient of a gradient that is no image", () => {
    expectError(() => conv2dBiasGradient(zeros([2, 2])), "ERR_SHAPE", "[2, 2]", "rank 2");
  });
});

const X = zeros([1, 1, 4, 4]);
const W = zeros([1, 1, 2, 2]);
const DY = zeros([1, 1, 3, 3]);

describe("a gradient that is not the output's says which set-up it would fit", () => {
  it.each<[string, number[], number[], number[], Conv2dOptions, string[]]>([
    [
      "card 81: 2×2 for stride 1 on 4×4 with a 2×2 kernel",
      [1, 1, 2, 2],
      [1, 1, 4, 4],
      [1, 1, 2, 2],
      {},
      [
        "A 2×2 gradient fits stride 2 or a 3×3 input; stride 1 on a 4×4 input with a 2×2 kernel needs 3×3.",
      ],
    ],
    [
      "a stride for each axis",
      [1, 1, 2, 4],
      [1, 1, 7, 7],
      [1, 1, 1, 1],
      {},
      ["fits stride [4, 2] or a 2×4 input", "needs 7×7"],
    ],
    [
      "no stride gives it, an input does",
      [1, 1, 9, 9],
      [1, 1, 4, 4],
      [1, 1, 2, 2],
      {},
      ["A 9×9 gradient fits a 10×10 input; "],
    ],
    [
      "padding and dilation are named",
      [1, 1, 2, 2],
      [1, 1, 6, 6],
      [1, 1, 3, 3],
      { padding: 1, dilation: 2 },
      ["padded by [1, 1, 1, 1]", "of dilation 2", "needs 4×4"],
    ],
    [
      "other channels",
      [1, 2, 3, 3],
      [1, 1, 4, 4],
      [3, 1, 2, 2],
      {},
      ["[1, 2, 3, 3]", "[1, 3, 3, 3]", "batch of 1 and the 3 output channels"],
    ],
    ["another rank", [3, 3], [1, 1, 4, 4], [1, 1, 2, 2], {}, ["[3, 3]", "[1, 1, 3, 3]"]],
  ])("%s", (_, dy, x, w, options, parts) => {
    const input = () => conv2dInputGradient(zeros(dy), zeros(w), x, options);
    const weights = () => conv2dWeightGradient(zeros(x), zeros(dy), w, options);
    expectError(input, "ERR_GRADIENT", ...parts);
    expectError(weights, "ERR_GRADIENT", ...parts);
  });

  it("what it suggests would indeed fit", () => {
    expect(conv2dOutputShape([1, 1, 4, 4], [1, 1, 2, 2], { stride: 2 })).toEqual([1, 1, 2, 2]);
    expect(conv2dOutputShape([1, 1, 3, 3], [1, 1, 2, 2])).toEqual([1, 1, 2, 2]);
    expect(conv2dOutputShape([1, 1, 7, 7], [1, 1, 1, 1], { stride: [4, 2] })).toEqual([1, 1, 2, 4]);
  });
});

describe("a transposed convolution that cannot be quotes its numbers and says what could", () => {
  it.each<[string, number[], number[], ConvTranspose2dOptions, string, string[]]>([
    [
      "output padding as large as the stride and the dilation",
      [1, 1, 2, 2],
      [1, 1, 3, 3],
      { stride: 2, dilation: 1, output_padding: [0, 2] },
      "ERR_PADDING",
      ["width", "output padding is 2", "stride 2", "dilation 1", "at most 1"],
    ],
    [
      "negative output padding",
      [1, 1, 2, 2],
      [1, 1, 3, 3],
      { output_padding: -1 },
      "ERR_PADDING",
      ["-1"],
    ],
    [
      "padding that crops everything",
      [1, 1, 2, 2],
      [1, 1, 3, 3],
      { padding: 2 },
      "ERR_WINDOW",
      ["(2 − 1)·1 − 2 − 2 + 1·(3 − 1) + 0 + 1 = 0", "at most 3 of its 4"],
    ],
    [
      "weights for another number of channels",
      [1, 3, 2, 2],
      [4, 5, 3, 3],
      {},
      "ERR_CHANNELS",
      ["3 channels", "read 4", "[3, 5, 3, 3]"],
    ],
    [
      "groups that do not divide the channels",
      [1, 3, 2, 2],
      [3, 5, 3, 3],
      { groups: 2 },
      "ERR_CHANNELS",
      ["2 groups", "3 input channels", "10 output channels"],
    ],
    ["a stride of −1", [1, 1, 2, 2], [1, 1, 3, 3], { stride: -1 }, "ERR_STRIDE", ["-1"]],
    ["rank 3", [1, 2, 2], [1, 1, 3, 3], {}, "ERR_SHAPE", ["[1, 2, 2]", "rank 3"]],
  ])("%s", (_, xShape, wShape, options, code, parts) => {
    expectError(() => convTranspose2dOutputShape(xShape, wShape, options), code, ...parts);
  });

  it("a gradient that is not the output's", () => {
    const [x, w, dy] = [zeros([1, 1, 2, 2]), zeros([1, 2, 3, 3]), zeros([1, 2, 2, 2])];
    const parts = ["[1, 2, 2, 2]", "[1, 2, 4, 4]"];
    expectError(() => convTranspose2dInputGradient(dy, w, x.shape), "ERR_GRADIENT", ...parts);
    expectError(() => convTranspose2dWeightGradient(x, dy, w.shape), "ERR_GRADIENT", ...parts);
  });

  it("a bias with one value for each input channel instead of each output channel", () => {
    const [x, w, b] = [zeros([1, 3, 2, 2]), zeros([3, 2, 3, 3]), zeros([3])];
    expectError(() => convTranspose2d(x, w, b), "ERR_CHANNELS", "3 values", "2 output channels");
  });
});
