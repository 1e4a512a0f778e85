import type { Slips } from "../learner";
import type { Random } from "../random";

export type Rows = number[][];

/** Rows of whole numbers. */
export function rows(r: Random, N: number, F: number, largest: number): Rows {
  return Array.from({ length: N }, () => Array.from({ length: F }, () => r.int(-largest, largest)));
}

/** Rows as columns. */
export function columns(matrix: Rows): Rows {
  return (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j] ?? 0));
}

export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** A matrix product. */
export function times(a: Rows, b: Rows): Rows {
  return a.map((row) =>
    columns(b).map((column) => sum(row.map((value, k) => value * (column[k] ?? 0)))),
  );
}

/** Decimals as people write them. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

/** exp(x)/Σ exp(x) along the rows. */
export function softmaxRows(x: Rows, slips: Slips): Rows {
  if (slips.has("NOT_NORMALISED")) return x.map((row) => row.map((value) => Math.exp(value)));
  const by = slips.has("WRONG_AXIS") ? columns(x) : x;
  const y = by.map((row) =>
    row.map((value) => Math.exp(value) / sum(row.map((one) => Math.exp(one)))),
  );
  return slips.has("WRONG_AXIS") ? columns(y) : y;
}
