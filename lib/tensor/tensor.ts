import { KernelError, tooMuch, written } from "./errors";
import { freshValues } from "./fresh-values";
import { isWhole } from "./window";

/**
 * A dense tensor: `data` holds the values in row-major order (the last axis varies fastest).
 * A scalar has shape `[]` and one value.
 */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** Nested arrays as people write them: `[[1, 2], [3, 4]]`, or a bare number. */
export type NestedNumbers = number | readonly NestedNumbers[];

/** The most values that one tensor may hold: 2²⁷ float64 values are 1 GiB. */
export const MAX_VALUES = 2 ** 27;

/**
 * The number of values in a tensor of this shape: the product of its sizes, 1 for a scalar.
 *
 * @throws KernelError ERR_SHAPE where a size is not a whole number ≥ 0, ERR_MEMORY beyond `MAX_VALUES`
 * @example sizeOf([2, 3, 4]) // 24
 */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (const length of shape) {
    if (!isWhole(length, 0)) {
      throw new KernelError(
        "ERR_SHAPE",
        `The shape ${written(shape)} holds ${length}; every size must be a whole number of at least 0.`,
      );
    }
    size *= length;
  }
  if (size > MAX_VALUES) {
    throw tooMuch(`The shape ${written(shape)} means ${size} values`, `${MAX_VALUES} (1 GiB)`);
  }
  return size;
}

/** A tensor of zeros. @example zeros([2, 2]).data // [0, 0, 0, 0] */
export function zeros(shape: readonly number[]): Tensor {
  return { shape, data: freshValues(sizeOf(shape)) };
}

/**
 * A tensor with these values.
 *
 * @throws KernelError ERR_SHAPE where the number of values is not the shape's product
 * @example tensor([2, 2], [1, 0, 0, -1])
 */
export function tensor(shape: readonly number[], values: ArrayLike<number>): Tensor {
  const size = sizeOf(shape);
  if (values.length !== size) {
    throw new KernelError(
      "ERR_SHAPE",
      `The shape ${written(shape)} means ${size} values, but ${values.length} are given.`,
    );
  }
  return { shape, data: Float64Array.from(values) };
}

/**
 * Nested arrays as a tensor. The shape is read along the first entries; every row must agree with it.
 *
 * @throws KernelError ERR_RAGGED where rows differ in length or depth
 * @example fromNested([[1, 2], [3, 4]]).shape // [2, 2]
 */
export function fromNested(nested: NestedNumbers): Tensor {
  const shape = leadingShape(nested);
  const data = freshValues(sizeOf(shape));
  let next = 0;

  function fill(part: NestedNumbers, depth: number): void {
    if (typeof part === "number" || depth === shape.length) {
      if (typeof part !== "number" || depth !== shape.length) throw ragged(shape, depth, part);
      data[next++] = part;
      return;
    }
    if (part.length !== shape[depth]) throw ragged(shape, depth, part);
    for (const inner of part) fill(inner, depth + 1);
  }

  fill(nested, 0);
  return { shape, data };
}

/** A tensor as nested arrays, a scalar as a bare number. @example toNested(zeros([1, 2])) // [[0, 0]] */
export function toNested(source: Tensor): NestedNumbers {
  let next = 0;
  function build(depth: number): NestedNumbers {
    if (depth === source.shape.length) return source.data[next++] ?? Number.NaN;
    return Array.from({ length: source.shape[depth] ?? 0 }, () => build(depth + 1));
  }
  return build(0);
}

/** The position in `data` of the cell at these coordinates. @example offsetOf([2, 3], [1, 2]) // 5 */
export function offsetOf(shape: readonly number[], at: readonly number[]): number {
  let offset = 0;
  for (let axis = 0; axis < shape.length; axis++) {
    offset = offset * (shape[axis] ?? 0) + (at[axis] ?? 0);
  }
  return offset;
}

/** The coordinates of the cell at this position in `data`. @example coordinatesOf([2, 3], 5) // [1, 2] */
export function coordinatesOf(shape: readonly number[], offset: number): number[] {
  const at = Array.from({ length: shape.length }, () => 0);
  let rest = offset;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis] ?? 1;
    at[axis] = rest % length;
    rest = Math.floor(rest / length);
  }
  return at;
}

/** The value of the cell at these coordinates. @throws KernelError ERR_INDEX outside the tensor */
export function valueAt(source: Tensor, at: readonly number[]): number {
  const inside =
    at.length === source.shape.length &&
    at.every((index, axis) => index >= 0 && index < (source.shape[axis] ?? 0));
  const value = inside ? source.data[offsetOf(source.shape, at)] : undefined;
  if (value === undefined) {
    throw new KernelError(
      "ERR_INDEX",
      `There is no cell ${written(at)} in a tensor of shape ${written(source.shape)}.`,
    );
  }
  return value;
}

/** The same values under another shape; nothing is copied. @throws KernelError ERR_SHAPE */
export function reshape(source: Tensor, shape: readonly number[]): Tensor {
  if (sizeOf(shape) !== source.data.length) {
    throw new KernelError(
      "ERR_SHAPE",
      `${source.data.length} values of shape ${written(source.shape)} do not fill the shape ${written(shape)}.`,
    );
  }
  return { shape, data: source.data };
}

function leadingShape(nested: NestedNumbers): number[] {
  const shape: number[] = [];
  let part: NestedNumbers | undefined = nested;
  while (typeof part === "object") {
    shape.push(part.length);
    part = part[0];
  }
  return shape;
}

function ragged(shape: readonly number[], depth: number, part: NestedNumbers): KernelError {
  const expected = depth < shape.length ? `a row of ${shape[depth]}` : "a number";
  const found = typeof part === "number" ? `the number ${part}` : `a row of ${part.length}`;
  return new KernelError(
    "ERR_RAGGED",
    `The rows do not line up: at depth ${depth + 1} ${expected} was expected and ${found} was found. Every row needs the same length.`,
  );
}
