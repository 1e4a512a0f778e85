import { type Tensor, KernelError, sizeOf } from "@/lib/tensor";

/** A tensor of which each cell is only known to lie between two numbers. */
export interface Range {
  readonly shape: readonly number[];
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Two numbers between which one lies. */
export type Interval = readonly [low: number, high: number];

/**
 * A tensor with every cell up to its radius away; without radii it is exact.
 *
 * @throws KernelError ERR_SHAPE where there is not one radius for each cell, ERR_NUMBER for a negative one
 * @example rangeAround(tensor([1], [0.25]), [0.005]).high // [0.255]
 */
export function rangeAround({ shape, data }: Tensor, radius?: ArrayLike<number>): Range {
  if (!radius) return { shape, low: data, high: data };
  if (radius.length !== data.length) {
    throw new KernelError(
      "ERR_SHAPE",
      `There are ${radius.length} radii for ${data.length} values; each value needs its own.`,
    );
  }
  const odd = Array.from(radius).find((one) => !(one >= 0));
  if (odd !== undefined)
    throw new KernelError("ERR_NUMBER", `A radius is ${odd}; it must be 0 or more.`);
  return {
    shape,
    low: data.map((value, at) => value - (radius[at] ?? 0)),
    high: data.map((value, at) => value + (radius[at] ?? 0)),
  };
}

/** Whether no cell has any play. */
export function isExact({ low, high }: Range): boolean {
  return low === high || low.every((value, at) => Object.is(value, high[at]));
}

/** The lower ends as a tensor. */
export function lowOf({ shape, low }: Range): Tensor {
  return { shape, data: low };
}

/** The upper ends as a tensor. */
export function highOf({ shape, high }: Range): Tensor {
  return { shape, data: high };
}

/** The cells of a range, one interval each. */
export function intervalsOf({ low, high }: Range): Interval[] {
  return Array.from(low, (value, at) => [value, high[at] ?? Number.NaN] as const);
}

/** One interval for each cell as a range. @throws KernelError ERR_SHAPE */
export function rangeOf(shape: readonly number[], intervals: readonly Interval[]): Range {
  if (intervals.length !== sizeOf(shape))
    throw new KernelError("ERR_SHAPE", `${intervals.length} cells do not fill the shape.`);
  return {
    shape,
    low: Float64Array.from(intervals, ([low]) => low),
    high: Float64Array.from(intervals, ([, high]) => high),
  };
}

/** All sums of one number of each. @example plus([0, 1], [2, 3]) // [2, 4] */
export function plus([a, b]: Interval, [c, d]: Interval): Interval {
  return [a + c, b + d];
}

/** All differences of one number of each. @example minus([0, 1], [2, 3]) // [-3, -1] */
export function minus([a, b]: Interval, [c, d]: Interval): Interval {
  return [a - d, b - c];
}

/** All products of one number of each. @example times([-1, 2], [3, 4]) // [-4, 8] */
export function times([a, b]: Interval, [c, d]: Interval): Interval {
  const ends = [a * c, a * d, b * c, b * d];
  return [Math.min(...ends) + 0, Math.max(...ends) + 0];
}

/** All squares. @example square([-1, 2]) // [0, 4] */
export function square([low, high]: Interval): Interval {
  const largest = Math.max(low ** 2, high ** 2);
  return low <= 0 && high >= 0 ? [0, largest] : [Math.min(low ** 2, high ** 2), largest];
}

/** An interval with its ends multiplied by a number. */
export function scaled(factor: number, [low, high]: Interval): Interval {
  return factor >= 0 ? [factor * low, factor * high] : [factor * high, factor * low];
}

/** The smallest interval with both in it. */
export function hull([a, b]: Interval, [c, d]: Interval): Interval {
  return [Math.min(a, c), Math.max(b, d)];
}

/** The sum of all. */
export function total(intervals: readonly Interval[]): Interval {
  return intervals.reduce(plus, [0, 0]);
}
