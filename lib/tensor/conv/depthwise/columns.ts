/**
 * Correlations with nine taps, 3×3 at stride 1, in one plane: columns of cells stream through, each read once and used
 * at once for the three windows that it belongs to, so that an output costs three reads instead of nine; or two, since
 * two rows of outputs are computed together. Where outputs are written, four rows of cells at a time lie in arrays of
 * their own, padding drawn in: all are constants of one closure, so that one check of an index serves four reads.
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

/** The longest row of cells, padding included: 32 kB of which as much is used as a row is long. */
export const STRIP = 2 ** 12;

let made: ReturnType<typeof makeStrips> | undefined;

/**
 * y[i, j] = start + Σ taps[u, v]·x[i + u − top, j + v − left], where what x has not is zero. Two rows of y share the
 * columns of four cells that they read. Rows of either, padded, are no longer than a strip.
 */
export function correlateColumns(
  x: Plane,
  top: number,
  left: number,
  taps: Float64Array,
  start: number,
  y: Plane,
): void {
  const { strips, correlateStrips } = (made ??= /* @__NOINLINE__ */ makeStrips());
  const length = y.columns + 2;
  const draw = (row: number, strip: Float64Array) => {
    if (row < 0 || row >= x.rows) strip.fill(0, left, left + x.columns);
    else copyRow(x.data, x.from + row * x.columns, strip, left, x.columns);
  };
  for (const strip of strips) strip.fill(0, 0, length);
  draw(-top, strips[0]);
  draw(1 - top, strips[1]);
  for (let row = 0; row < y.rows; row += 2) {
    draw(row + 2 - top, strips[2]);
    draw(row + 3 - top, strips[3]);
    const to = y.from + row * y.columns;
    correlateStrips(taps, start, length, y.data, to, row + 1 < y.rows ? y.columns : 0);
  }
}

/** Left a function by the site's minifier, as in `gemm/panels.ts`. */
function makeStrips() {
  const r0 = new Float64Array(STRIP);
  const r1 = new Float64Array(STRIP);
  const r2 = new Float64Array(STRIP);
  const r3 = new Float64Array(STRIP);

  /**
   * Two rows of outputs from `to` on, the lower one `down` places further; with 0, there is only the upper one. The lower
   * two strips become the upper two of the next rows.
   */
  function correlateStrips(
    w: Float64Array,
    start: number,
    length: number,
    y: Float64Array,
    to: number,
    down: number,
  ): void {
    // Looked at before the loop, it need not be told from other values in it.
    if (y.length === 0) return;
    const w0 = w[0]!;
    const w1 = w[1]!;
    const w2 = w[2]!;
    const w3 = w[3]!;
    const w4 = w[4]!;
    const w5 = w[5]!;
    const w6 = w[6]!;
    const w7 = w[7]!;
    const w8 = w[8]!;
    // Declared in this order and before the loop, they get the registers that they need.
    let at = to - 2;
    let column = 0;
    let sum = 0;
    let below = 0;
    let next = 0;
    let nextBelow = 0;
    for (; column < length; column++, at++) {
      const a = r0[column]!;
      const b = r1[column]!;
      const c = r2[column]!;
      const d = r3[column]!;
      r0[column] = c;
      r1[column] = d;
      if (column > 1) {
        y[at + down] = below + (w2 * b + w5 * c + w8 * d);
        y[at] = sum + (w2 * a + w5 * b + w8 * c);
      }
      sum = next + (w1 * a + w4 * b + w7 * c);
      below = nextBelow + (w1 * b + w4 * c + w7 * d);
      next = start + (w0 * a + w3 * b + w6 * c);
      nextBelow = start + (w0 * b + w3 * c + w6 * d);
    }
  }

  return { strips: [r0, r1, r2, r3], correlateStrips } as const;
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
