import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Conv2dOptions,
  type Tensor,
  conv2d,
  convTranspose2d,
  sizeOf,
  tensor,
} from "@/lib/tensor";
import { chooseWay } from "@/lib/tensor/conv/choose-way";
import { conv2dGeometry } from "@/lib/tensor/conv/conv-geometry";
import { gatherForward } from "@/lib/tensor/conv/conv-forward";
import { spreadToInput } from "@/lib/tensor/conv/conv-input-gradient";
import { correlateForWeights } from "@/lib/tensor/conv/conv-weight-gradient";
import {
  depthwiseForWeights,
  depthwiseForward,
  depthwiseToInput,
} from "@/lib/tensor/conv/depthwise/depthwise-passes";
import {
  multiplyForWeights,
  multiplyForward,
  multiplyToInput,
} from "@/lib/tensor/conv/gemm/conv-products";
import type { ConvPlan } from "@/lib/tensor/conv/conv-plan";
import { forwardPass, inputPass, weightPass } from "@/lib/tensor/conv/passes";
import { planOf } from "@/lib/tensor/conv/plan-conv";
import { type Tiling, tilingOf } from "@/lib/tensor/conv/winograd/tiling";
import {
  tileForWeights,
  tileForward,
  tileToInput,
} from "@/lib/tensor/conv/winograd/winograd-passes";
import { expectSameTensor } from "./agreement";
import { RUNS, convolution } from "./conv-questions";

/** Of the largest value; what rounding in another order may cost. */
const TOLERANCE = 2e-14;

type Pass = (a: Float64Array, b: Float64Array, result: Float64Array) => void;

interface Passes {
  readonly forward: Pass;
  readonly toInput: Pass;
  readonly forWeights: Pass;
}

describe("products of matrices give what sliding over the planes gives", () => {
  it("on whole numbers exactly, whatever the stride, padding, dilation and groups", () => {
    fc.assert(
      fc.property(convolution, ({ x, w, b, dy, options }) => {
        const plan = planOf(conv2dGeometry(x.shape, w.shape, options));
        expectSamePasses(plan, products(plan, b.data), x, w, b.data, dy);
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  it.each<[string, number[], number[], Conv2dOptions]>([
    ["more products than one share", [1, 140, 6, 6], [16, 140, 3, 3], {}],
    ["more cells than one block", [1, 40, 30, 30], [14, 40, 4, 4], {}],
    ["more filters than one block", [1, 60, 5, 5], [260, 60, 3, 3], {}],
    ["few filters, read in place", [1, 3, 17, 18], [7, 3, 5, 5], { padding: 2 }],
    [
      "strides, an odd number of cells, two images and groups",
      [2, 8, 13, 15],
      [30, 4, 3, 5],
      { stride: [3, 2], pad: [2, 0, 1, 3], dilation: [2, 1], groups: 2 },
    ],
  ])("on decimals to rounding: %s", (_what, x, w, options) => {
    const plan = planOf(conv2dGeometry(x, w, options));
    expectSameOnDecimals(plan, (b) => products(plan, b));
  });
});

describe("Winograd's tiles give what sliding over the planes gives, but for rounding", () => {
  it("whatever the stride or dilation, padding and groups, where three taps remain along an axis", () => {
    let tiled = 0;
    fc.assert(
      fc.property(convolution, ({ x, w, options }) => {
        const geometry = conv2dGeometry(x.shape, w.shape, options);
        const tiling = tilingOf(geometry);
        if (!tiling) return;
        const plan = planOf(geometry);
        expectSameOnDecimals(plan, (b) => tiles(plan, tiling, b));
        tiled++;
      }),
      { ...RUNS, numRuns: 300 },
    );
    expect(tiled).toBeGreaterThan(100);
  });

  it.each<[string, number[], number[], Conv2dOptions]>([
    ["a layer of many channels", [1, 96, 14, 14], [40, 96, 3, 3], { padding: 1 }],
    ["tiles in two blocks", [1, 3, 26, 26], [900, 3, 3, 3], { padding: 1 }],
    ["filters in two blocks", [1, 420, 5, 6], [150, 420, 3, 3], {}],
    ["eleven taps at stride 4", [1, 3, 47, 51], [8, 3, 11, 11], { stride: 4, padding: 2 }],
    ["other strides and taps by axis", [1, 3, 29, 31], [5, 3, 5, 8], { stride: [2, 3] }],
    ["dilation", [2, 4, 21, 23], [6, 2, 3, 3], { dilation: [3, 2], padding: 2, groups: 2 }],
  ])("%s", (_what, x, w, options) => {
    const geometry = conv2dGeometry(x, w, options);
    const tiling = tilingOf(geometry);
    const plan = planOf(geometry);
    if (!tiling) throw new Error("No tiling.");
    expectSameOnDecimals(plan, (b) => tiles(plan, tiling, b));
  });
});

describe("streaming columns gives what sliding over the planes gives", () => {
  const padding = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 2 })));
  const depthwise = fc.record({
    batch: fc.integer({ min: 1, max: 2 }),
    channels: fc.integer({ min: 2, max: 4 }),
    rows: fc.integer({ min: 4, max: 9 }),
    columns: fc.integer({ min: 4, max: 9 }),
    padding,
  });

  it("on decimals to rounding, and so on whole numbers exactly", () => {
    fc.assert(
      fc.property(depthwise, ({ batch, channels, rows, columns, padding: [a, b, c, d] }) => {
        const options = { groups: channels, pad: [a!, b!, c!, d!] as const };
        const shape = [batch, channels, rows, columns];
        const plan = planOf(conv2dGeometry(shape, [channels, 1, 3, 3], options));
        expectSameOnDecimals(plan, (bias) => columnStreams(plan, bias));
        expectSameOn(plan, (bias) => columnStreams(plan, bias), wholesFrom(5), 0);
      }),
      RUNS,
    );
  });
});

describe("two taps a side on three cells, written out, give what sliding gives", () => {
  it("to the bit", () => {
    const plan = planOf(conv2dGeometry([1, 1, 3, 3], [1, 1, 2, 2]));
    expect(plan.twoOnThree).toBe(true);
    expectSameOn(plan, (b) => chosen(plan, b), decimalsFrom(9), 0);
  });

  it.each<[string, number[], number[], Conv2dOptions]>([
    ["a batch", [2, 1, 3, 3], [1, 1, 2, 2], {}],
    ["two channels", [1, 2, 3, 3], [1, 2, 2, 2], {}],
    ["two filters", [1, 1, 3, 3], [2, 1, 2, 2], {}],
    ["more columns", [1, 1, 3, 4], [1, 1, 2, 2], {}],
    ["more taps", [1, 1, 3, 3], [1, 1, 2, 3], {}],
    ["a stride", [1, 1, 3, 3], [1, 1, 2, 2], { stride: 2 }],
    ["a dilation", [1, 1, 3, 3], [1, 1, 2, 2], { dilation: [2, 1] }],
    ["padding before", [1, 1, 3, 3], [1, 1, 2, 2], { pad: [1, 0, 0, 0] }],
    ["padding after", [1, 1, 3, 3], [1, 1, 2, 2], { pad: [0, 0, 0, 1] }],
  ])("only there: not with %s", (_what, x, w, options) => {
    expect(planOf(conv2dGeometry(x, w, options)).twoOnThree).toBe(false);
  });
});

describe("the way is chosen by size", () => {
  it.each<[string, number[], number[], Conv2dOptions, string]>([
    ["a tutor's problem slides", [1, 3, 5, 5], [2, 3, 3, 3], {}, "slide"],
    ["a depthwise layer streams", [1, 32, 112, 112], [32, 1, 3, 3], { groups: 32 }, "stream"],
    ["few channels multiply", [1, 3, 32, 32], [10, 3, 5, 5], { padding: 2 }, "multiply"],
    ["two taps a share multiply", [1, 32, 28, 28], [64, 32, 3, 3], { stride: 2 }, "multiply"],
    ["a layer of a network is tiled", [1, 64, 28, 28], [64, 64, 3, 3], { padding: 1 }, "tile"],
    ["AlexNet's first too", [1, 3, 224, 224], [64, 3, 11, 11], { stride: 4, padding: 2 }, "tile"],
  ])("%s", (_what, x, w, options, kind) => {
    expect(chooseWay(conv2dGeometry(x, w, options)).kind).toBe(kind);
  });

  it("whole numbers are exact to the bit, where decimals would be tiled", () => {
    const values = wholesFrom(11);
    const x = tensor([1, 32, 24, 24], values(32 * 24 * 24));
    const w = tensor([32, 32, 3, 3], values(32 * 32 * 9));
    const plan = planOf(conv2dGeometry(x.shape, w.shape, {}));
    expect(plan.way.kind).toBe("tile");
    expectSameTensor(
      conv2d(x, w, undefined),
      written(plan.outShape, (y) => gatherForward(x.data, w.data, undefined, plan, y)),
      0,
    );
  });

  it.each([Infinity, Number.NaN, 1e308])("%d spoils no cell but those that it reaches", (value) => {
    const values = decimalsFrom(5);
    const x = tensor([1, 32, 20, 20], values(32 * 400));
    const w = tensor([32, 32, 3, 3], values(32 * 32 * 9));
    x.data[210] = value;
    const plan = planOf(conv2dGeometry(x.shape, w.shape, {}));
    expect(plan.way.kind).toBe("tile");
    const y = conv2d(x, w, undefined).data;
    const reference = new Float64Array(plan.outLength);
    gatherForward(x.data, w.data, undefined, plan, reference);
    expect(Array.from(y, Number.isFinite)).toEqual(Array.from(reference, Number.isFinite));
  });

  it.each<[string, number[], number[]]>([
    ["multiply", [1, 8, 20, 20], [8, 8, 3, 3]],
    ["tile", [1, 32, 20, 20], [32, 32, 3, 3]],
  ])(
    "layers that %s write into the array that they are given, and nothing beside",
    (kind, xShape, wShape) => {
      const values = decimalsFrom(3);
      const x = tensor(xShape, values(sizeOf(xShape)));
      const w = tensor(wShape, values(sizeOf(wShape)));
      const plan = planOf(conv2dGeometry(xShape, wShape, {}));
      expect(plan.way.kind).toBe(kind);
      const out = new Float64Array(plan.outLength).fill(7);
      const y = conv2d(x, w, undefined, {}, out);
      expect(y.data).toBe(out);
      expectSameTensor(y, conv2d(x, w, undefined));
      expect(convTranspose2d(y, w, undefined).shape).toEqual(xShape);
    },
  );
});

function chosen(plan: ConvPlan, b: Float64Array): Passes {
  return {
    forward: (x, w, y) => forwardPass(x, w, b, plan, y),
    toInput: (dy, w, dx) => inputPass(dy, w, plan, dx),
    forWeights: (x, dy, dw) => weightPass(x, dy, plan, dw),
  };
}

function products(plan: ConvPlan, b: Float64Array): Passes {
  return {
    forward: (x, w, y) => multiplyForward(x, w, b, plan, y),
    toInput: (dy, w, dx) => multiplyToInput(dy, w, plan, dx),
    forWeights: (x, dy, dw) => multiplyForWeights(x, dy, plan, dw),
  };
}

function tiles(plan: ConvPlan, tiling: Tiling, b: Float64Array): Passes {
  return {
    forward: (x, w, y) => tileForward(x, w, b, plan, tiling, y),
    toInput: (dy, w, dx) => tileToInput(dy, w, plan, tiling, dx),
    forWeights: (x, dy, dw) => tileForWeights(x, dy, plan, tiling, dw),
  };
}

function columnStreams(plan: ConvPlan, b: Float64Array): Passes {
  return {
    forward: (x, w, y) => depthwiseForward(x, w, b, plan, y),
    toInput: (dy, w, dx) => depthwiseToInput(dy, w, plan, dx),
    forWeights: (x, dy, dw) => depthwiseForWeights(x, dy, plan, dw),
  };
}

function expectSameOnDecimals(plan: ConvPlan, passesWith: (b: Float64Array) => Passes) {
  expectSameOn(plan, passesWith, decimalsFrom(7), TOLERANCE);
}

function expectSameOn(
  plan: ConvPlan,
  passesWith: (b: Float64Array) => Passes,
  values: (length: number) => Float64Array,
  tolerance: number,
) {
  const b = values(plan.geometry.outChannels);
  const [x, w, dy] = [plan.inShape, plan.weightShape, plan.outShape].map((shape) =>
    tensor(shape, values(sizeOf(shape))),
  );
  expectSamePasses(plan, passesWith(b), x!, w!, b, dy!, tolerance);
}

function expectSamePasses(
  plan: ConvPlan,
  { forward, toInput, forWeights }: Passes,
  { data: x }: Tensor,
  { data: w }: Tensor,
  b: Float64Array,
  { data: dy }: Tensor,
  tolerance?: number,
) {
  expectSameTensor(
    written(plan.outShape, (y) => forward(x, w, y)),
    written(plan.outShape, (y) => gatherForward(x, w, b, plan, y)),
    tolerance,
  );
  expectSameTensor(
    written(plan.inShape, (dx) => toInput(dy, w, dx)),
    written(plan.inShape, (dx) => spreadToInput(dy, w, plan, dx)),
    tolerance,
  );
  expectSameTensor(
    written(plan.weightShape, (dw) => forWeights(x, dy, dw)),
    written(plan.weightShape, (dw) => correlateForWeights(x, dy, plan, dw)),
    tolerance,
  );
}

/** What a pass writes over an array that held something else. */
function written(shape: readonly number[], write: (data: Float64Array) => void): Tensor {
  const data = new Float64Array(sizeOf(shape)).fill(9);
  write(data);
  return { shape, data };
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

/** Whole numbers from −9 to 9. */
function wholesFrom(seed: number) {
  const decimals = decimalsFrom(seed);
  return (length: number) => decimals(length).map((value) => Math.round(9 * value));
}
