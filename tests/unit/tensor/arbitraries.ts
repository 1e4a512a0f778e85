import * as fc from "fast-check";
import {
  type AvgPoolOptions,
  type Tensor,
  KernelError,
  poolOutputShape,
  tensor,
} from "@/lib/tensor";

/** The seed of every property, so that a failure repeats. */
export const PROPERTY = { seed: 20261123, numRuns: 100 } as const;

const size = (product: readonly number[]) => product.reduce((a, b) => a * b, 1);
const whole = fc.integer({ min: -9, max: 9 });
const decimal = fc.integer({ min: -3000, max: 3000 }).map((value) => value / 1000);

/** A tensor of this shape with small whole numbers, so that ties are frequent and sums exact. */
export function wholeTensor(shape: readonly number[]): fc.Arbitrary<Tensor> {
  return valuesOf(shape, whole);
}

/** A tensor of this shape with numbers of three decimals between −3 and 3. */
export function decimalTensor(shape: readonly number[]): fc.Arbitrary<Tensor> {
  return valuesOf(shape, decimal);
}

/** A tensor of this shape with values at least 1 apart, so that no small step changes which is largest. */
export function distinctTensor(shape: readonly number[]): fc.Arbitrary<Tensor> {
  const values = Array.from({ length: size(shape) }, (_, i) => i - size(shape) / 2 + 0.25);
  return fc
    .shuffledSubarray(values, { minLength: values.length })
    .map((shuffled) => tensor(shape, shuffled));
}

/** A small N×C×H×W shape. */
export const imageShape: fc.Arbitrary<[number, number, number, number]> = fc.tuple(
  fc.integer({ min: 1, max: 2 }),
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 1, max: 6 }),
);

/** A shape and a pooling window, its padding narrower than what it covers; it may still be too large to fit. */
const poolQuestion: fc.Arbitrary<{ shape: number[]; options: AvgPoolOptions }> = fc
  .tuple(imageShape, pairOf(1, 4), pairOf(1, 2))
  .chain(([shape, kernel, dilation]) => {
    const most = kernel.map((taps, axis) => (dilation[axis] ?? 1) * (taps - 1));
    const side = (axis: 0 | 1) => fc.integer({ min: 0, max: most[axis] ?? 0 });
    return fc.record({
      shape: fc.constant([...shape]),
      options: fc.record(
        {
          kernel: fc.constant(kernel),
          dilation: fc.constant(dilation),
          stride: pairOf(1, 3),
          pad: fc.tuple(side(0), side(1), side(0), side(1)),
          rounding: fc.constantFrom("floor" as const, "ceil" as const),
          countIncludePad: fc.boolean(),
        },
        { requiredKeys: ["kernel", "dilation"] },
      ),
    });
  });

/** A pooling question whose window fits, with x and a dy shaped like the output. */
export const pooled = poolQuestion
  .filter(({ shape, options }) => fits(shape, options))
  .chain(({ shape, options }) =>
    fc.record({
      options: fc.constant(options),
      x: wholeTensor(shape),
      dy: decimalTensor(poolOutputShape(shape, options)),
    }),
  );

/** An adaptive question: output sizes smaller and larger than the input. */
export const adapted = fc
  .tuple(imageShape, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .chain(([shape, height, width]) =>
    fc.record({
      outputSize: fc.constant([height, width] as const),
      x: wholeTensor(shape),
      dy: decimalTensor([shape[0], shape[1], height, width]),
    }),
  );

function fits(shape: readonly number[], options: AvgPoolOptions): boolean {
  try {
    poolOutputShape(shape, options);
    return true;
  } catch (error) {
    if (error instanceof KernelError && error.code === "ERR_WINDOW") return false;
    throw error;
  }
}

function pairOf(min: number, max: number): fc.Arbitrary<[number, number]> {
  return fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
}

function valuesOf(shape: readonly number[], value: fc.Arbitrary<number>): fc.Arbitrary<Tensor> {
  const count = size(shape);
  return fc
    .array(value, { minLength: count, maxLength: count })
    .map((values) => tensor(shape, values));
}
