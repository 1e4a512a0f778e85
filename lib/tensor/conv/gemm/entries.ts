import type { Panels } from "./panels";

/** A matrix inside an array: entry (i, j) is data[from + rowAt[i] + columnAt[j]]. */
export interface Entries {
  readonly data: Float64Array;
  readonly from: number;
  readonly rowAt: Int32Array;
  readonly columnAt: Int32Array;
}

/** Some rows, or some columns, of a matrix: the `count` of them with `from` ≤ i < `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** 0 to `length` in as few spans as hold at most `most` each, all of about one size. */
export function spansOf(length: number, most: number): Span[] {
  const spans = Math.ceil(length / most);
  return Array.from({ length: spans }, (_, index) => {
    const from = Math.floor((index * length) / spans);
    const to = Math.floor(((index + 1) * length) / spans);
    return { from, to, count: to - from };
  });
}

/** Columns `depth` of the rows `span` into the panels of rows, three side by side; the last row stands in for what is missing. */
export function packThrees(panels: Panels, matrix: Entries, span: Span, depth: Span): void {
  const { data, from, rowAt, columnAt } = matrix;
  const [a0, a1, a2] = panels.rows;
  const last = rowAt.length - 1;
  let to = 0;
  for (let i = span.from; i < span.to; i += 3) {
    const from0 = from + rowAt[i]!;
    const from1 = from + rowAt[Math.min(i + 1, last)]!;
    const from2 = from + rowAt[Math.min(i + 2, last)]!;
    for (let k = depth.from; k < depth.to; k++) {
      const at = columnAt[k]!;
      a0[to] = data[from0 + at]!;
      a1[to] = data[from1 + at]!;
      a2[to] = data[from2 + at]!;
      to++;
    }
  }
}

/** The same into the panels of columns, two side by side. */
export function packPairs(panels: Panels, matrix: Entries, span: Span, depth: Span): void {
  const { data, from, rowAt, columnAt } = matrix;
  const [b0, b1] = panels.columns;
  const last = rowAt.length - 1;
  let to = 0;
  for (let i = span.from; i < span.to; i += 2) {
    const from0 = from + rowAt[i]!;
    const from1 = from + rowAt[Math.min(i + 1, last)]!;
    for (let k = depth.from; k < depth.to; k++) {
      const at = columnAt[k]!;
      b0[to] = data[from0 + at]!;
      b1[to] = data[from1 + at]!;
      to++;
    }
  }
}

/** What the panels of sums hold for these rows and columns, added to the matrix. */
export function addSums(panels: Panels, matrix: Entries, rows: Span, columns: Span): void {
  const { data, from, rowAt, columnAt } = matrix;
  const length = 2 * Math.ceil(columns.count / 2);
  for (let i = rows.from; i < rows.to; i++) {
    const row = i - rows.from;
    const sums = panels.sums[row % 3]!;
    const sumsAt = Math.floor(row / 3) * length - columns.from;
    const at = from + rowAt[i]!;
    for (let j = columns.from; j < columns.to; j++) {
      const place = at + columnAt[j]!;
      data[place] = data[place]! + sums[sumsAt + j]!;
    }
  }
}
