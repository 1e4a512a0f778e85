import { describe, it } from "vitest";
import {
  type Tensor,
  conv2d,
  conv2dBiasGradient,
  conv2dInputGradient,
  conv2dWeightGradient,
  convTranspose2d,
  convTranspose2dBiasGradient,
  convTranspose2dInputGradient,
  convTranspose2dWeightGradient,
} from "@/lib/tensor";
import { expectSameTensor } from "./agreement";
import { built, inner } from "./tensor-algebra";

const STEP = 1e-3;

/** (L(a + h) − L(a − h))/2h for each value of `a`. A convolution is linear in each factor, so only rounding is left. */
function centralDifferences(a: Tensor, loss: (a: Tensor) => number): Tensor {
  const data = a.data.map((value, at) => {
    const ahead = loss({ shape: a.shape, data: a.data.with(at, value + STEP) });
    const behind = loss({ shape: a.shape, data: a.data.with(at, value - STEP) });
    return (ahead - behind) / (2 * STEP);
  });
  return { shape: a.shape, data };
}

/** Values that differ from cell to cell. */
function waves(shape: readonly number[], phase: number): Tensor {
  let cell = 0;
  return built(shape, () => Math.sin(phase + 1.7 * cell++));
}

describe("gradients are what central differences of the loss ⟨y, dy⟩ say", () => {
  it.each([
    ["stride 1", { stride: 1 }],
    ["stride 2, padding 1", { stride: 2, padding: 1 }],
    ["two strides, uneven padding, dilation 2", { stride: [1, 2], pad: [2, 0, 1, 1], dilation: 2 }],
    ["two groups, same padding", { groups: 2, padding: "same" }],
    ["rounded up", { stride: 3, rounding: "ceil" }],
  ] as const)("of conv2d: %s", (_, options) => {
    const groups = "groups" in options ? options.groups : 1;
    const x = waves([2, 4, 6, 5], 1);
    const w = waves([6, 4 / groups, 3, 2], 2);
    const b = waves([6], 3);
    const dy = waves(conv2d(x, w, b, options).shape, 4);
    expectSameTensor(
      conv2dInputGradient(dy, w, x.shape, options),
      centralDifferences(x, (moved) => inner(conv2d(moved, w, b, options), dy)),
      1e-9,
    );
    expectSameTensor(
      conv2dWeightGradient(x, dy, w.shape, options),
      centralDifferences(w, (moved) => inner(conv2d(x, moved, b, options), dy)),
      1e-9,
    );
    expectSameTensor(
      conv2dBiasGradient(dy),
      centralDifferences(b, (moved) => inner(conv2d(x, w, moved, options), dy)),
      1e-9,
    );
  });

  it.each([
    ["stride 1", {}],
    ["stride 2, padding 1, output padding", { stride: 2, padding: 1, output_padding: 1 }],
    ["two groups, dilation, uneven padding", { groups: 2, dilation: [1, 2], pad: [1, 0, 0, 2] }],
  ] as const)("of convTranspose2d: %s", (_, options) => {
    const x = waves([2, 4, 3, 3], 1);
    const w = waves([4, 2, 3, 2], 2);
    const b = waves(["groups" in options ? 4 : 2], 3);
    const dy = waves(convTranspose2d(x, w, b, options).shape, 4);
    expectSameTensor(
      convTranspose2dInputGradient(dy, w, x.shape, options),
      centralDifferences(x, (moved) => inner(convTranspose2d(moved, w, b, options), dy)),
      1e-9,
    );
    expectSameTensor(
      convTranspose2dWeightGradient(x, dy, w.shape, options),
      centralDifferences(w, (moved) => inner(convTranspose2d(x, moved, b, options), dy)),
      1e-9,
    );
    expectSameTensor(
      convTranspose2dBiasGradient(dy),
      centralDifferences(b, (moved) => inner(convTranspose2d(x, w, moved, options), dy)),
      1e-9,
    );
  });
});
