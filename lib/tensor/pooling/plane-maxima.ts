import type { AxisTaps } from "./pool-taps";
import type { InnerWindows } from "./unrolled-windows";

/*
 * The maxima of a plane's windows of 2×2 or 3×3 cells, first along every row, then down the columns of what was found:
 * windows that overlap share their rows, and each cell is compared fewer times.
 *
 * A branch on which of two cells is larger is guessed wrong every other time, which costs more than the rest of the
 * window. So the comparison becomes a number: `+(b > a)` is 0 or 1, its negative a mask of no bits or all, and
 * `place += (further - place) & -+(b > a)` moves to the larger without a branch. The strict `>` keeps the first of
 * equals, along rows as down columns, so the first in row-major order. It is blind to NaN, so every cell is multiplied
 * by zero on the way: any sum of that is zero, unless one of them is infinite or NaN.
 *
 * @see Warren, Hacker's Delight, second edition (2012), section 2–19: maxima without a branch
 */

const ZERO = 0;

/** Where the maxima along three rows stand: row by row in turn, since no window needs more. */
let scratch: Int32Array | undefined;

/**
 * The maxima of the windows over the plane that begins at `plane`, and where in it they stand, from `output` on.
 * False where a cell is infinite or NaN, or near enough to infinite: then they may be wrong.
 */
export function planeMaxima(
  x: Float64Array,
  plane: number,
  rows: AxisTaps,
  columns: AxisTaps,
  inner: InnerWindows,
  y: Float64Array,
  indices: Float64Array,
  output: number,
): boolean {
  const across = columns.first.length;
  if (!scratch || scratch.length < 3 * across) scratch = new Int32Array(3 * across);
  const places = scratch;
  let zeros = 0;
  let next = 0;
  for (let i = 0; i < rows.first.length; i++) {
    const first = rows.first[i]!;
    const bottom = rows.end[i]! - 1;
    const middle = first < bottom ? first + 1 : bottom;
    for (next = Math.max(next, first); next <= bottom; next++) {
      const [row, at] = [plane + next * inner.width, (next % 3) * across];
      zeros += maximaAtEdges(x, row, columns, inner, places, at);
      zeros += maximaAlong(x, row + columns.first[inner.from]!, inner, places, at + inner.from);
    }
    const at = output + i * across;
    maximaDown(x, places, across, first % 3, middle % 3, bottom % 3, plane, y, indices, at);
  }
  return zeros === 0;
}

/** Of the windows along the row that begins at `row`, those at its edges, which hold fewer cells. Returns zeros' sum. */
function maximaAtEdges(
  x: Float64Array,
  row: number,
  { first, end }: AxisTaps,
  { from, count }: InnerWindows,
  places: Int32Array,
  at: number,
): number {
  let zeros = 0;
  for (let j = from === 0 ? count : 0; j < first.length; j++) {
    let best = row + first[j]!;
    const stop = row + end[j]!;
    for (let cell = best; cell < stop; cell++) {
      zeros += ZERO * x[cell]!;
      best += (cell - best) & -+(x[cell]! > x[best]!);
    }
    places[at + j] = best;
    if (j === from - 1) j += count;
  }
  return zeros;
}

/** Of those inside, the first of which begins at `corner`, two at a time. Returns zeros' sum. */
function maximaAlong(
  x: Float64Array,
  corner: number,
  { kernel, stride, count }: InnerWindows,
  places: Int32Array,
  from: number,
): number {
  let zeros = 0;
  let left = corner;
  let at = from;
  const end = from + count;
  for (; at + 1 < end; at += 2) {
    const right = left + stride;
    const a = x[left]!;
    const b = x[left + 1]!;
    const c = kernel === 3 ? x[left + 2]! : a;
    const d = x[right]!;
    const e = x[right + 1]!;
    const f = kernel === 3 ? x[right + 2]! : d;
    zeros += ZERO * (a + b + c + (d + e + f));
    places[at] = placeOfLargest(a, b, c, left, left + 1, left + 2);
    places[at + 1] = placeOfLargest(d, e, f, right, right + 1, right + 2);
    left = right + stride;
  }
  if (at === end) return zeros;
  const a = x[left]!;
  const b = x[left + 1]!;
  const c = kernel === 3 ? x[left + 2]! : a;
  places[at] = placeOfLargest(a, b, c, left, left + 1, left + 2);
  return zeros + ZERO * (a + b + c);
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
    const above = places[first * across + j]!;
    const beside = places[middle * across + j]!;
    const below = places[bottom * across + j]!;
    const best = placeOfLargest(x[above]!, x[beside]!, x[below]!, above, beside, below);
    y[output + j] = x[best]!;
    indices[output + j] = best - plane;
  }
}

/** The place of the largest of a, b and c, the first of equals, where they stand. */
function placeOfLargest(
  a: number,
  b: number,
  c: number,
  first: number,
  second: number,
  third: number,
): number {
  const place = first + ((second - first) & -+(b > a));
  return place + ((third - place) & -(+(c > a) & +(c > b)));
}
