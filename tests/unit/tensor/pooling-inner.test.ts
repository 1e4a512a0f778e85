import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AvgPoolOptions,
  type Tensor,
  avgPool2d,
  avgPool2dGradient,
  maxPool2d,
  maxPool2dGradient,
  poolOutputShape,
  tensor,
  zeros,
} from "@/lib/tensor";
import { maximaOver, meansOver, spreadMeans } from "@/lib/tensor/pooling/pool-sweep";
import { type PoolTaps, windowTaps } from "@/lib/tensor/pooling/pool-taps";
import { poolWindow } from "@/lib/tensor/pooling/pool-window";
import { innerWindows } from "@/lib/tensor/pooling/unrolled-windows";
import { PROPERTY, decimalTensor, wholeTensor } from "./arbitraries";

const LAWS = { ...PROPERTY, numRuns: 400 };
const pair = (min: number, max: number) =>
  fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
const kernel = fc.constantFrom(2, 3, [2, 3] as const);

/** Windows of 2 or 3 cells over planes wide enough that most of them lie inside, and everything that may differ. */
const question = fc
  .record({
    shape: fc.tuple(
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 3, max: 9 }),
      fc.integer({ min: 7, max: 16 }),
    ),
    options: fc.record({
      kernel,
      stride: pair(1, 4),
      pad: fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 1 }))) as fc.Arbitrary<
        [number, number, number, number]
      >,
      dilation: fc.constantFrom(1, 1, 1, [2, 1] as const, [1, 2] as const),
      rounding: fc.constantFrom("floor" as const, "ceil" as const),
      countIncludePad: fc.boolean(),
    }),
  })
  .filter(({ shape, options }) => spans(shape[2], options, 0) && spans(shape[3], options, 1));

describe("windows inside the input, written out, give what the loops for any window give, to the bit", () => {
  it("maxima and where they stand: ties, zeros of both signs, infinities, NaN", () => {
    const awkward = fc.constantFrom(-Infinity, Infinity, Number.NaN, -0, 0, 1, 2);
    expectSame((shape) =>
      fc.oneof(wholeTensor(shape), decimalTensor(shape), tensorOf(shape, awkward)),
    );
  });

  it.each([
    [3, 10],
    [3, 12],
    [2, 10],
    [2, 12],
  ])("maxima of %d cells a side beside one NaN alone, in rows of %d", (size, columns) => {
    const values = Float64Array.from({ length: 8 * columns }, (_, cell) => (cell * 37) % 80);
    for (const cell of values.keys()) {
      const x = tensor([1, 1, 8, columns], values.with(cell, Number.NaN));
      const options = { kernel: size, stride: 2, padding: 1 };
      expect(innerWindows(poolWindow(x.shape, options))).toBeDefined();
      expect(maxPool2d(x, options)).toEqual(maximaOver(x, tapsOf(x.shape, options)));
    }
  });

  it("means, their gradient and that of the maxima", () => {
    fc.assert(
      fc.property(withValues(decimalTensor), ({ x, dy, options }) => {
        const taps = tapsOf(x.shape, options);
        expect(avgPool2d(x, options)).toEqual(meansOver(x, taps));
        const dx = avgPool2dGradient(dy, x.shape, options);
        expect(dx).toEqual(spreadMeans(dy, x.shape, taps));
        const { indices } = maxPool2d(x, options);
        expect(maxPool2dGradient(dy, indices, x.shape)).toEqual(scattered(dy, indices, x.shape));
      }),
      LAWS,
    );
  });
});

describe("windows are written out where rows hold enough of them", () => {
  it.each([
    [3, [1, 64, 112, 112], { kernel: 3, stride: 2, padding: 1 }],
    [2, [1, 6, 28, 28], { kernel: 2 }],
    [undefined, [1, 1, 4, 4], { kernel: 2 }],
    [undefined, [1, 1, 5, 5], { kernel: 3, stride: 2, padding: 1 }],
    [undefined, [1, 1, 28, 28], { kernel: 4 }],
    [undefined, [1, 1, 28, 28], { kernel: [3, 2] as const }],
    [undefined, [1, 1, 28, 28], { kernel: 3, dilation: [2, 1] as const }],
  ] as const)("%s: for %j by %j", (written, shape, options) => {
    expect(innerWindows(poolWindow(shape, options))?.kernel).toBe(written);
  });
});

function expectSame(values: (shape: readonly number[]) => fc.Arbitrary<Tensor>) {
  fc.assert(
    fc.property(withValues(values), ({ x, options }) => {
      expect(maxPool2d(x, options)).toEqual(maximaOver(x, tapsOf(x.shape, options)));
    }),
    LAWS,
  );
}

function withValues(values: (shape: readonly number[]) => fc.Arbitrary<Tensor>) {
  return question.chain(({ shape, options }) =>
    fc.record({
      options: fc.constant(options),
      x: values(shape),
      dy: decimalTensor(poolOutputShape(shape, options)),
    }),
  );
}

function tensorOf(shape: readonly number[], value: fc.Arbitrary<number>): fc.Arbitrary<Tensor> {
  const length = shape.reduce((product, size) => product * size, 1);
  return fc
    .array(value, { minLength: length, maxLength: length })
    .map((values) => tensor(shape, values));
}

/** Whether a window fits along an axis even without padding. */
function spans(size: number, options: AvgPoolOptions, axis: 0 | 1): boolean {
  const at = (value: number | readonly [number, number]) =>
    typeof value === "number" ? value : value[axis];
  return size > at(options.dilation ?? 1) * (at(options.kernel) - 1);
}

/** The taps for the loops that serve any window, to the last one. */
function tapsOf(shape: readonly number[], options: AvgPoolOptions): PoolTaps {
  const taps = windowTaps(poolWindow(shape, options), options.countIncludePad ?? true);
  return { ...taps, inner: undefined };
}

function scattered(dy: Tensor, indices: Tensor, xShape: readonly number[]): Tensor {
  const dx = zeros(xShape);
  const [, , height = 0, width = 0] = xShape;
  const [, , outHeight = 0, outWidth = 0] = dy.shape;
  for (const [output, index] of indices.data.entries()) {
    if (index === -1) continue;
    const plane = Math.floor(output / (outHeight * outWidth)) * height * width;
    dx.data[plane + index] = (dx.data[plane + index] ?? 0) + (dy.data[output] ?? 0);
  }
  return dx;
}
