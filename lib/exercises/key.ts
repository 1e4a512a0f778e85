import type { Tensor } from "@/lib/tensor";

/** Which line of a working is the first that is wrong, and the mistake that was made in it. */
export interface Spotted {
  readonly at: readonly number[];
  readonly mistake: string;
}

/** The right answer: a tensor, a count, a shape or list of sizes, or an error that was spotted. */
export type Key = Tensor | number | readonly number[] | Spotted;

/** Whether a key is a tensor. */
export function isTensor(key: Key): key is Tensor {
  return typeof key === "object" && "data" in key;
}

/** Whether a key is an error that was spotted. */
export function isSpotted(key: Key): key is Spotted {
  return typeof key === "object" && "mistake" in key;
}

/** Whether a key is a shape or another list of sizes. */
export function isList(key: Key): key is readonly number[] {
  return typeof key === "object" && !isTensor(key) && !isSpotted(key);
}

/** A relative difference below which two computed numbers are one. */
const NEAR = 1e-9;

/** Whether two answers are the same, rounding errors aside. */
export function sameKey(left: Key, right: Key): boolean {
  const [one, other] = [numbersOf(left), numbersOf(right)];
  return (
    one.label === other.label &&
    sameNumbers(one.sizes, other.sizes) &&
    near(one.values, other.values)
  );
}

interface Numbers {
  readonly label: string;
  readonly sizes: readonly number[];
  readonly values: ArrayLike<number>;
}

function numbersOf(key: Key): Numbers {
  if (typeof key === "number") return { label: "", sizes: [], values: [key] };
  if (isTensor(key)) return { label: "", sizes: key.shape, values: key.data };
  if (isSpotted(key)) return { label: key.mistake, sizes: [], values: key.at };
  return { label: "", sizes: [key.length], values: key };
}

function sameNumbers(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

function near(left: ArrayLike<number>, right: ArrayLike<number>): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) {
    const a = left[index] ?? 0;
    const b = right[index] ?? 0;
    if (Math.abs(a - b) > NEAR * Math.max(1, Math.abs(a), Math.abs(b))) return false;
  }
  return true;
}

/** Whether a key teaches nothing: it is 0, or every one of its cells holds the same. */
export function isDegenerate(key: Key): boolean {
  if (typeof key === "number") return key === 0;
  if (!isTensor(key)) return false;
  const [first = 0] = key.data;
  return key.data.length < 2 ? first === 0 : key.data.every((value) => value === first);
}
