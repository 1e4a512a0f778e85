import type { AxisTaps } from "./pool-taps";
import type { InnerWindows } from "./unrolled-windows";

/*
 * The maxima of a plane's windows of 2×2 or 3×3 cells, first along every row, then down the columns of what was found:
 * windows that overlap share their rows, and each cell is compared fewer times.
 *
 * A branch on which of two cells is larger is guessed wrong every other time, which costs more than the rest of the
 * window. So the comparison becomes a number: `+(b > a)` is 0 or 1, its negative a mask of no bits or all, and
 * `best += (cell - best) & -+(b > a)` moves the index of the maximum without a branch. The strict `>` keeps the first of
 * equals, along rows as down columns, so the first in row-major order; it is blind to NaN, which is left to the loops
 * for any window (`pool-sweep`).
 *
 * @see Warren, Hacker's Delight, second edition (2012), section 2–19: maxima without a branch
 */

/** Where the maxima along three rows stand: row by row in turn, since no window needs more. */
let scratch = new Int32Array(0);

/** The maxima of the windows over the plane that begins at `plane`, and where in it they stand, from `output` on. */
export function planeMaxima(
  x: Float64Array,
  plane: number,
  rows: AxisTaps,
  columns: AxisTaps,
  inner: InnerWindows,
  y: Float64Array,
  indices: Float64Array,
  output: number,
): void {
  const across = columns.first.length;
  if (scratch.length < 3 * across) scratch = new Int32Array(3 * across);
  const places = scratch;
  let next = 0;
  for (let i = 0; i < rows.first.length; i++) {
    const first = rows.first[i]!;
    const bottom = rows.end[i]! - 1;
    const middle = first < bottom ? first + 1 : bottom;
    for (next = Math.max(next, first); next <= bottom; next++) {
      maximaAlong(x, plane + next * inner.width, columns, inner, places, (next % 3) * across);
    }
    const at = output + i * across;
    maximaDown(x, places, across, first % 3, middle % 3, bottom % 3, plane, y, indices, at);
  }
}

/** Of the windows along the row that begins at `row`; those at the edges hold fewer cells. */
function maximaAlong(
  x: Float64Array,
  row: number,
  { first, end }: AxisTaps,
  { kernel, stride, from, count }: InnerWindows,
  places: Int32Array,
  at: number,
): void {
  const inside = from + count;
  for (let j = 0; j < first.length; j++) {
    if (j === from) j = inside;
    if (j >= first.length) break;
    let best = row + first[j]!;
    const stop = row + end[j]!;
    for (let cell = best + 1; cell < stop; cell++) best += (cell - best) & -+(x[cell]! > x[best]!);
    places[at + j] = best;
  }
  let left = row + first[from]!;
  for (let j = from; j < inside; j++) {
    let best = left + +(x[left + 1]! > x[left]!);
    if (kernel === 3) best += (left + 2 - best) & -+(x[left + 2]! > x[best]!);
    places[at + j] = best;
    left += stride;
  }
}

/** Of what was found along three rows; a window of fewer gives one of them twice, which changes nothing. */
function maximaDown(
  x: Float64Array,
  places: Int32Array,
  across: number,
  first: number,
  middle: number,
  bottom: number,
  plane: number,
  y: Float64Array,
  indices: Float64Array,
  output: number,
): void {
  for (let j = 0; j < across; j++) {
    let best = places[first * across + j]!;
    let below = places[middle * across + j]!;
    const lowest = places[bottom * across + j]!;
    below += (lowest - below) & -+(x[lowest]! > x[below]!);
    best += (below - best) & -+(x[below]! > x[best]!);
    y[output + j] = x[best]!;
    indices[output + j] = best - plane;
  }
}
