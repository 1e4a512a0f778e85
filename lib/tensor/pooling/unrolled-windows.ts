/*
 * Windows of 2×2 and 3×3 cells that lie wholly inside the input, written out tap by tap: `count` of them in a row, the
 * first of which begins at `corner`.
 *
 * A branch on which of two cells is larger is guessed wrong every other time, which costs more than the rest of the
 * window. So the comparison becomes a number: `+(b > a)` is 0 or 1, its negative a mask of no bits or all, and
 * `best += (cell - best) & -+(b > a)` moves the index of the maximum without a branch. Every row's maximum is found
 * first and by itself, so that the processor works on all rows at once. The strict `>` keeps the first of equals; it
 * is blind to NaN, so an input that holds one takes the loops of `pool-rows`. Sums add the taps in row-major order,
 * from 0. Hence all results equal those of `pool-rows` to the bit.
 *
 * @see Warren, Hacker's Delight, second edition (2012), section 2–19: maxima without a branch
 */

/** Windows of 3×3 cells, or else 2×2, in rows of `width` cells; neighbours lie `stride` apart. */
export interface InnerWindows {
  readonly three: boolean;
  readonly width: number;
  readonly stride: number;
}

/** Maxima, and where in the plane that begins at `plane` they stand. */
export function innerMaxima(
  x: Float64Array,
  { three, width, stride }: InnerWindows,
  plane: number,
  corner: number,
  count: number,
  y: Float64Array,
  indices: Float64Array,
  output: number,
): void {
  const end = output + count;
  let row0 = corner;
  for (let at = output; at < end; at++) {
    const row1 = row0 + width;
    let best = row0 + +(x[row0 + 1]! > x[row0]!);
    let best1 = row1 + +(x[row1 + 1]! > x[row1]!);
    if (three) {
      const row2 = row1 + width;
      best += (row0 + 2 - best) & -+(x[row0 + 2]! > x[best]!);
      best1 += (row1 + 2 - best1) & -+(x[row1 + 2]! > x[best1]!);
      let best2 = row2 + +(x[row2 + 1]! > x[row2]!);
      best2 += (row2 + 2 - best2) & -+(x[row2 + 2]! > x[best2]!);
      best1 += (best2 - best1) & -+(x[best2]! > x[best1]!);
    }
    best += (best1 - best) & -+(x[best1]! > x[best]!);
    y[at] = x[best]!;
    indices[at] = best - plane;
    row0 += stride;
  }
}

/** Means. */
export function innerMeans(
  x: Float64Array,
  { three, width, stride }: InnerWindows,
  corner: number,
  count: number,
  y: Float64Array,
  output: number,
): void {
  const end = output + count;
  const cells = three ? 9 : 4;
  let row0 = corner;
  for (let at = output; at < end; at++) {
    const row1 = row0 + width;
    let sum = 0 + x[row0]! + x[row0 + 1]!;
    if (three) sum += x[row0 + 2]!;
    sum = sum + x[row1]! + x[row1 + 1]!;
    if (three) {
      const row2 = row1 + width;
      sum = sum + x[row1 + 2]! + x[row2]! + x[row2 + 1]! + x[row2 + 2]!;
    }
    y[at] = sum / cells;
    row0 += stride;
  }
}

/** Back through the means: every ∂L/∂Y is shared out evenly over its window, in the outputs' order. */
export function spreadInside(
  dy: Float64Array,
  { three, width, stride }: InnerWindows,
  corner: number,
  count: number,
  dx: Float64Array,
  output: number,
): void {
  const end = output + count;
  const cells = three ? 9 : 4;
  let row0 = corner;
  for (let at = output; at < end; at++) {
    const row1 = row0 + width;
    const share = dy[at]! / cells;
    dx[row0]! += share;
    dx[row0 + 1]! += share;
    dx[row1]! += share;
    dx[row1 + 1]! += share;
    if (three) {
      const row2 = row1 + width;
      dx[row0 + 2]! += share;
      dx[row1 + 2]! += share;
      dx[row2]! += share;
      dx[row2 + 1]! += share;
      dx[row2 + 2]! += share;
    }
    row0 += stride;
  }
}
