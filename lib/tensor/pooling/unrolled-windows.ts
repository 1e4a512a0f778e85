import type { Window } from "../window";

/*
 * Windows of 2×2 and 3×3 cells that lie wholly inside the input, written out tap by tap: those of one row of
 * outputs, the first of which begins at `corner`. Sums add the taps in row-major order, from 0, so that all results
 * equal those of the loops for any window to the bit.
 */

/** Windows of 2×2 or 3×3 cells (`kernel`), `stride` apart in rows of `width` cells: `count` outputs from `from`. */
export interface InnerWindows {
  readonly kernel: 2 | 3;
  readonly width: number;
  readonly stride: number;
  readonly from: number;
  readonly count: number;
}

/** In rows with fewer windows wholly inside the input, a loop of their own does not pay. */
const MANY = 4;

/** The windows to write out: inside the input, 2×2 or 3×3, undilated, and many enough in a row. */
export function innerWindows({ height, width }: Window): InnerWindows | undefined {
  const { kernel, stride, padBefore, inSize, outSize } = width;
  if (outSize < MANY || (kernel !== 2 && kernel !== 3)) return undefined;
  if (height.kernel !== kernel || height.dilation > 1 || width.dilation > 1) return undefined;
  const from = Math.ceil(padBefore / stride);
  const end = Math.min(outSize, Math.floor((inSize + padBefore - kernel) / stride) + 1);
  return end - from < MANY ? undefined : { kernel, width: inSize, stride, from, count: end - from };
}

/** Means. */
export function innerMeans(
  x: Float64Array,
  { kernel, width, stride, count }: InnerWindows,
  corner: number,
  y: Float64Array,
  output: number,
): void {
  const end = output + count;
  const cells = kernel * kernel;
  let row0 = corner;
  for (let at = output; at < end; at++) {
    const row1 = row0 + width;
    let sum = 0 + x[row0]! + x[row0 + 1]!;
    if (kernel === 3) sum += x[row0 + 2]!;
    sum = sum + x[row1]! + x[row1 + 1]!;
    if (kernel === 3) {
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
  { kernel, width, stride, count }: InnerWindows,
  corner: number,
  dx: Float64Array,
  output: number,
): void {
  const end = output + count;
  const cells = kernel * kernel;
  let row0 = corner;
  for (let at = output; at < end; at++) {
    const row1 = row0 + width;
    const share = dy[at]! / cells;
    dx[row0]! += share;
    dx[row0 + 1]! += share;
    dx[row1]! += share;
    dx[row1 + 1]! += share;
    if (kernel === 3) {
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
