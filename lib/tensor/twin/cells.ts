import { type Tensor, coordinatesOf, offsetOf, zeros } from "../tensor";

/** The value at these coordinates. */
export function read(source: Tensor, ...at: number[]): number {
  return source.data[offsetOf(source.shape, at)] ?? Number.NaN;
}

/** Adds to the cell at these coordinates. */
export function add(target: Tensor, at: readonly number[], value: number): void {
  target.data[offsetOf(target.shape, at)]! += value;
}

/** A tensor whose every cell is computed from its own coordinates. */
export function cellByCell(shape: readonly number[], valueAt: (...at: number[]) => number): Tensor {
  const result = zeros(shape);
  eachCell(shape, (at, position) => {
    result.data[position] = valueAt(...at);
  });
  return result;
}

/** Visits every coordinate of a shape in row-major order. */
export function eachCell(
  shape: readonly number[],
  visit: (at: readonly number[], position: number) => void,
): void {
  const size = shape.reduce((product, length) => product * length, 1);
  for (let position = 0; position < size; position++)
    visit(coordinatesOf(shape, position), position);
}

/** The size of one axis. */
export function sizeAt(source: { readonly shape: readonly number[] }, axis: number): number {
  return source.shape[axis] ?? 1;
}

/** 0, 1, …, count − 1. */
export function range(count: number): number[] {
  return [...Array.from({ length: count }).keys()];
}

/** The sum of a term over some indices. */
export function sumOver<Index>(indices: readonly Index[], term: (index: Index) => number): number {
  return indices.reduce((sum, index) => sum + term(index), 0);
}
