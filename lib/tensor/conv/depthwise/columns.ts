/**
 * Correlations with nine taps, 3×3 at stride 1, in one plane: columns of cells stream through, each read once and used
 * at once for the three windows that it belongs to, so that an output costs three reads instead of nine; or two, since
 * two rows of outputs are computed together. Where outputs are written, padding is drawn for one channel at a time, in
 * a plane that stays in the cache.
 *
 * @see Zhang, Lo and Lu, High performance depthwise and pointwise convolutions on mobile devices (2020), arXiv:2001.02504
 */

import { copyRow } from "../copy-row";

/** A plane and where it begins. */
export interface Plane {
  readonly data: Float64Array;
  readonly from: number;
  readonly rows: number;
  readonly columns: number;
}

/** Draws `source` into `plane`, `top` rows and `left` columns further, as far as it fits; what is around stays. */
export function drawPlane(source: Plane, top: number, left: number, plane: Plane): void {
  const { data, columns } = plane;
  const rows = Math.min(source.rows, plane.rows - top);
  const count = Math.min(source.columns, columns - left);
  for (let row = 0; row < rows; row++) {
    const from = source.from + row * source.columns;
    const to = plane.from + (top + row) * columns + left;
    copyRow(source.data, from, data, to, count);
  }
}

/**
 * y[i, j] = start + Σ w[u, v]·x[i + u, j + v], where x has two rows and at least two columns more than y, which has two
 * rows or more. Two rows of y share the columns of four cells that they read; an odd last row is computed with the one
 * before once more.
 */
export function correlateColumns(x: Plane, w: Float64Array, start: number, y: Plane): void {
  const w0 = w[0]!;
  const w1 = w[1]!;
  const w2 = w[2]!;
  const w3 = w[3]!;
  const w4 = w[4]!;
  const w5 = w[5]!;
  const w6 = w[6]!;
  const w7 = w[7]!;
  const w8 = w[8]!;
  const { data: cells, columns: rowLength } = x;
  const { data: sums, columns } = y;
  for (let pair = 0; pair < y.rows; pair += 2) {
    const row = Math.min(pair, y.rows - 2);
    let to = y.from + row * columns;
    let at = x.from + row * rowLength;
    let a = cells[at]!;
    let b = cells[at + rowLength]!;
    let c = cells[at + 2 * rowLength]!;
    let d = cells[at + 3 * rowLength]!;
    let next = start + (w0 * a + w3 * b + w6 * c);
    let nextBelow = start + (w0 * b + w3 * c + w6 * d);
    at++;
    a = cells[at]!;
    b = cells[at + rowLength]!;
    c = cells[at + 2 * rowLength]!;
    d = cells[at + 3 * rowLength]!;
    let sum = next + (w1 * a + w4 * b + w7 * c);
    let below = nextBelow + (w1 * b + w4 * c + w7 * d);
    next = start + (w0 * a + w3 * b + w6 * c);
    nextBelow = start + (w0 * b + w3 * c + w6 * d);
    for (const end = to + columns; to < end; to++) {
      at++;
      a = cells[at]!;
      b = cells[at + rowLength]!;
      c = cells[at + 2 * rowLength]!;
      d = cells[at + 3 * rowLength]!;
      sums[to] = sum + (w2 * a + w5 * b + w8 * c);
      sum = next + (w1 * a + w4 * b + w7 * c);
      next = start + (w0 * a + w3 * b + w6 * c);
      sums[to + columns] = below + (w2 * b + w5 * c + w8 * d);
      below = nextBelow + (w1 * b + w4 * c + w7 * d);
      nextBelow = start + (w0 * b + w3 * c + w6 * d);
    }
  }
}

/**
 * dw[v] += Σ dy[i, j]·x[i, j + v − left] for one row of taps: the cells of x stream past three gradients of dy, and
 * what x has not adds nothing, so that no padding is drawn. (Three rows of taps at once would need nine sums, more than
 * stay in registers.)
 */
export function dotColumns(
  x: Plane,
  dy: Plane,
  left: number,
  dw: Float64Array,
  dwFrom: number,
): void {
  const { data: cells, columns } = x;
  const { data: gradients, columns: rowLength } = dy;
  // Looked at before the loops, arrays need not be told from other values in them.
  if (cells.length === 0 || gradients.length === 0) return;
  const even = 2 * Math.floor(Math.min(columns, rowLength - left) / 2);
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let row = 0; row < x.rows; row++) {
    const from = dy.from + row * rowLength;
    const end = from + rowLength;
    let at = x.from + row * columns;
    const stop = at + columns;
    let next = from + left;
    let before = left > 1 ? gradients[next - 2]! : 0;
    let last = left > 0 ? gradients[next - 1]! : 0;
    for (const pairsEnd = at + even; at < pairsEnd; at += 2, next += 2) {
      const a = cells[at]!;
      const b = cells[at + 1]!;
      const gradient = gradients[next]!;
      const further = gradients[next + 1]!;
      sum0 += gradient * a + further * b;
      sum1 += last * a + gradient * b;
      sum2 += before * a + last * b;
      before = gradient;
      last = further;
    }
    for (; at < stop; at++, next++) {
      const a = cells[at]!;
      const gradient = next < end ? gradients[next]! : 0;
      sum0 += gradient * a;
      sum1 += last * a;
      sum2 += before * a;
      before = last;
      last = gradient;
    }
  }
  dw[dwFrom]! += sum0;
  dw[dwFrom + 1]! += sum1;
  dw[dwFrom + 2]! += sum2;
}
