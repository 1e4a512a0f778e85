import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  conv2d,
  conv2dBiasGradient,
  conv2dGradients,
  conv2dInputGradient,
  conv2dWeightGradient,
  convTranspose2d,
  convTranspose2dBiasGradient,
  convTranspose2dInputGradient,
  convTranspose2dWeightGradient,
  tensor,
} from "@/lib/tensor";
import { RUNS, convolution, transposedConvolution } from "./conv-questions";
import { expectWritesOnlyThere } from "./supplied-array";

describe("a supplied array takes the result, and nothing else is written", () => {
  it("by conv2d and its gradients", () => {
    fc.assert(
      fc.property(convolution, ({ x, w, b, dy, options }) => {
        const operands = [x, w, b, dy];
        expectWritesOnlyThere(operands, (out) => conv2d(x, w, b, options, out));
        expectWritesOnlyThere(operands, (out) => conv2dInputGradient(dy, w, x.shape, options, out));
        expectWritesOnlyThere(operands, (out) =>
          conv2dWeightGradient(x, dy, w.shape, options, out),
        );
        expectWritesOnlyThere(operands, (out) => conv2dBiasGradient(dy, out));
      }),
      RUNS,
    );
  });

  it("by both gradients at once, which are what each gives alone", () => {
    fc.assert(
      fc.property(convolution, ({ x, w, dy, options }) => {
        const [dx, dw] = [new Float64Array(x.data.length), new Float64Array(w.data.length)];
        const gradients = conv2dGradients(x, w, dy, options, { x: dx.fill(7), w: dw.fill(7) });
        expect(gradients).toEqual({ x: { ...x, data: dx }, w: { ...w, data: dw } });
        expect(gradients.x).toEqual(conv2dInputGradient(dy, w, x.shape, options));
        expect(gradients.w).toEqual(conv2dWeightGradient(x, dy, w.shape, options));
      }),
      RUNS,
    );
  });

  it("by convTranspose2d and its gradients", () => {
    fc.assert(
      fc.property(transposedConvolution, ({ x, w, b, dy, options }) => {
        const operands = [x, w, b, dy];
        expectWritesOnlyThere(operands, (out) => convTranspose2d(x, w, b, options, out));
        expectWritesOnlyThere(operands, (out) =>
          convTranspose2dInputGradient(dy, w, x.shape, options, out),
        );
        expectWritesOnlyThere(operands, (out) =>
          convTranspose2dWeightGradient(x, dy, w.shape, options, out),
        );
        expectWritesOnlyThere(operands, (out) => convTranspose2dBiasGradient(dy, out));
      }),
      RUNS,
    );
  });
});

describe("what is kept of the last call does not leak into the next", () => {
  const x = tensor([1, 1, 1, 4], [1, 2, 3, 4]);
  const w = tensor([1, 1, 1, 1], [1]);

  it("when the options' own array has changed in the meantime", () => {
    const stride: [number, number] = [1, 1];
    expect([...conv2d(x, w, undefined, { stride }).data]).toEqual([1, 2, 3, 4]);
    stride[1] = 3;
    expect([...conv2d(x, w, undefined, { stride }).data]).toEqual([1, 4]);
  });

  it("when the shape's own array has changed in the meantime", () => {
    const shape = [1, 1, 1, 4];
    const changing = { shape, data: x.data };
    expect(conv2d(changing, w, undefined).shape).toEqual([1, 1, 1, 4]);
    shape.splice(2, 2, 2, 2);
    expect(conv2d(changing, w, undefined).shape).toEqual([1, 1, 2, 2]);
  });

  it.each([
    ["stride", { stride: 2 }, { stride: 1 }],
    ["padding", { padding: 1 }, { padding: "same" }],
    ["pad", { pad: [0, 1, 0, 1] }, { pad: [0, 1, 0, 0] }],
    ["dilation", { dilation: [1, 2] }, { dilation: [1, 1] }],
    ["rounding", { stride: 3, rounding: "ceil" }, { stride: 3, rounding: "floor" }],
  ] as const)("when only the %s differs", (_, first, second) => {
    const wide = tensor([1, 1, 1, 2], [1, 10]);
    const alone = conv2d(x, wide, undefined, second);
    const other = conv2d(x, wide, undefined, first);
    const after = conv2d(x, wide, undefined, second);
    expect(after).toEqual(alone);
    expect(other).not.toEqual(alone);
  });

  it("when only the groups differ", () => {
    const two = tensor([1, 2, 1, 1], [3, 5]);
    const weights = tensor([2, 1, 1, 1], [10, 100]);
    expect([...conv2d(two, weights, undefined, { groups: 2 }).data]).toEqual([30, 500]);
    expect(() => conv2d(two, weights, undefined, { groups: 1 })).toThrow("reads 1");
  });
});
