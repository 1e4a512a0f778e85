import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Tensor, conv2d, convTranspose2d, sizeOf, tensor } from "@/lib/tensor";
import { conv2dGeometry } from "@/lib/tensor/conv/conv-geometry";
import { gatherForward } from "@/lib/tensor/conv/conv-forward";
import { spreadToInput } from "@/lib/tensor/conv/conv-input-gradient";
import { correlateForWeights } from "@/lib/tensor/conv/conv-weight-gradient";
import {
  multiplyForWeights,
  multiplyForward,
  multiplyToInput,
} from "@/lib/tensor/conv/gemm/conv-products";
import type { ConvPlan } from "@/lib/tensor/conv/conv-plan";
import { planOf } from "@/lib/tensor/conv/plan-conv";
import { expectSameTensor } from "./agreement";
import { RUNS, convolution } from "./conv-questions";

/** Of the largest value; what rounding in another order may cost. */
const TOLERANCE = 2e-14;

describe("products of matrices give what sliding over the planes gives", () => {
  it("on whole numbers exactly, whatever the stride, padding, dilation and groups", () => {
    fc.assert(
      fc.property(convolution, ({ x, w, b, dy, options }) => {
        expectSamePasses(planOf(conv2dGeometry(x.shape, w.shape, options)), x, w, b, dy);
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  it.each([
    { what: "more products than one slice", x: [1, 140, 6, 6], w: [5, 140, 3, 3], options: {} },
    { what: "more cells than one panel", x: [1, 40, 20, 20], w: [4, 40, 4, 4], options: {} },
    { what: "more filters than one panel", x: [1, 60, 5, 5], w: [200, 60, 3, 3], options: {} },
    {
      what: "strides, an odd number of cells, two images and groups",
      x: [2, 8, 13, 15],
      w: [10, 4, 3, 5],
      options: { stride: [3, 2], pad: [2, 0, 1, 3], dilation: [2, 1], groups: 2 },
    },
  ] as const)("on decimals to rounding: $what", ({ x, w, options }) => {
    const plan = planOf(conv2dGeometry(x, w, options));
    const values = decimalsFrom(7);
    const dy = tensor(plan.outShape, values(plan.outLength));
    const b = tensor([w[0]], values(w[0]));
    expectSamePasses(
      plan,
      tensor(x, values(plan.inLength)),
      tensor(w, values(plan.weightLength)),
      b,
      dy,
      TOLERANCE,
    );
  });
});

describe("the way is chosen by size", () => {
  it("small and depthwise work slides, a layer of a network multiplies", () => {
    expect(multiplies([1, 3, 5, 5], [2, 3, 3, 3])).toBe(false);
    expect(multiplies([1, 32, 112, 112], [32, 1, 3, 3], 32)).toBe(false);
    expect(multiplies([1, 64, 28, 28], [64, 64, 3, 3])).toBe(true);
  });

  it("a layer that multiplies writes into the array that it is given, and nothing beside", () => {
    const values = decimalsFrom(3);
    const x = tensor([1, 8, 20, 20], values(3200));
    const w = tensor([8, 8, 3, 3], values(576));
    const out = new Float64Array(8 * 18 * 18).fill(7);
    const y = conv2d(x, w, undefined, {}, out);
    expect(y.data).toBe(out);
    expectSameTensor(y, conv2d(x, w, undefined));
    expect(convTranspose2d(y, w, undefined).shape).toEqual([1, 8, 20, 20]);
  });
});

function expectSamePasses(
  plan: ConvPlan,
  x: Tensor,
  w: Tensor,
  b: Tensor | undefined,
  dy: Tensor,
  tolerance?: number,
) {
  expectSameTensor(
    written(plan.outShape, (y) => multiplyForward(x.data, w.data, b?.data, plan, y)),
    written(plan.outShape, (y) => gatherForward(x.data, w.data, b?.data, plan, y)),
    tolerance,
  );
  expectSameTensor(
    written(plan.inShape, (dx) => multiplyToInput(dy.data, w.data, plan, dx)),
    written(plan.inShape, (dx) => spreadToInput(dy.data, w.data, plan, dx)),
    tolerance,
  );
  expectSameTensor(
    written(plan.weightShape, (dw) => multiplyForWeights(x.data, dy.data, plan, dw)),
    written(plan.weightShape, (dw) => correlateForWeights(x.data, dy.data, plan, dw)),
    tolerance,
  );
}

/** What a pass writes over an array that held something else. */
function written(shape: readonly number[], write: (data: Float64Array) => void): Tensor {
  const data = new Float64Array(sizeOf(shape)).fill(9);
  write(data);
  return { shape, data };
}

function multiplies(x: number[], w: number[], groups = 1): boolean {
  return planOf(conv2dGeometry(x, w, { groups })).multiplies;
}

/** Decimals in (−1, 1), the same in every run (Park and Miller's generator). */
function decimalsFrom(seed: number) {
  let state = seed;
  return (length: number) =>
    Float64Array.from({ length }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2 ** 30 - 1;
    });
}
