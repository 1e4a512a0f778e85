import { KernelError } from "@/lib/tensor";

/**
 * The number of values that a shape means, for arithmetic on sizes alone: unlike a tensor's it may
 * be larger than memory.
 *
 * @throws KernelError ERR_SHAPE where a size is not a whole number ≥ 0, ERR_MEMORY beyond 2⁵³
 * @example valuesIn([1, 3, 32, 32]) // 3072
 */
export function valuesIn(shape: readonly number[]): number {
  const odd = shape.find((size) => !Number.isInteger(size) || size < 0);
  if (odd !== undefined) {
    throw new KernelError(
      "ERR_SHAPE",
      `The shape ${showShape(shape)} holds ${odd}; every size must be a whole number of 0 or more.`,
    );
  }
  const values = shape.reduce((product, size) => product * size, 1);
  if (!Number.isSafeInteger(values)) {
    throw new KernelError(
      "ERR_MEMORY",
      `The shape ${showShape(shape)} means ${values} values, more than can be counted exactly (2^53).`,
    );
  }
  return values;
}

/** A shape as an error quotes it. @example showShape([2, 3]) // "[2, 3]" */
export function showShape(shape: readonly number[]): string {
  return `[${shape.join(", ")}]`;
}

/** Whether two shapes are the same. @example sameShape([2, 3], [2, 3]) // true */
export function sameShape(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((size, axis) => size === right[axis]);
}

/** Whether two shapes are the same but for leading axes of size 1, which do not change where a value lies. */
export function sameButLeadingOnes(left: readonly number[], right: readonly number[]): boolean {
  return sameShape(withoutLeadingOnes(left), withoutLeadingOnes(right));
}

function withoutLeadingOnes(shape: readonly number[]): readonly number[] {
  const first = shape.findIndex((size) => size !== 1);
  return first < 0 ? [] : shape.slice(first);
}
