import type { PoolTaps } from "./pool-taps";

/**
 * The loops that serve every window: outputs `from` up to `end` of row i, tap by tap in row-major order.
 * `plane` is where the input's plane begins, `output` where output (i, from) stands.
 */
export function maximaInRow(
  values: Float64Array,
  plane: number,
  width: number,
  { rows, columns }: PoolTaps,
  i: number,
  from: number,
  end: number,
  y: Float64Array,
  indices: Float64Array,
  output: number,
): void {
  const top = plane + rows.first[i]! * width;
  const bottom = plane + rows.end[i]! * width;
  const rowStep = rows.step * width;
  let at = output;
  for (let j = from; j < end; j++) {
    const left = columns.first[j]!;
    const right = columns.end[j]!;
    let largest = Number.NEGATIVE_INFINITY;
    let best = top < bottom && left < right ? top + left : plane - 1;
    for (let row = top; row < bottom; row += rowStep) {
      for (let cell = row + left; cell < row + right; cell += columns.step) {
        const value = values[cell]!;
        if (value <= largest) continue;
        if (Number.isNaN(largest) && !Number.isNaN(value)) continue;
        largest = value;
        best = cell;
      }
    }
    y[at] = largest;
    indices[at++] = best - plane;
  }
}

/** Likewise the means: the sum of an output's taps over the number of cells counted (over 1 where that is none). */
export function meansInRow(
  values: Float64Array,
  plane: number,
  width: number,
  { rows, columns }: PoolTaps,
  i: number,
  from: number,
  end: number,
  y: Float64Array,
  output: number,
): void {
  const top = plane + rows.first[i]! * width;
  const bottom = plane + rows.end[i]! * width;
  const rowStep = rows.step * width;
  let at = output;
  for (let j = from; j < end; j++) {
    const left = columns.first[j]!;
    const right = columns.end[j]!;
    let sum = 0;
    for (let row = top; row < bottom; row += rowStep) {
      for (let cell = row + left; cell < row + right; cell += columns.step) sum += values[cell]!;
    }
    y[at++] = sum / (rows.counted[i]! * columns.counted[j]! || 1);
  }
}

/** And back through the means: every output's ∂L/∂Y, divided alike, is added to each of its taps in `dx`. */
export function spreadRow(
  dy: Float64Array,
  plane: number,
  width: number,
  { rows, columns }: PoolTaps,
  i: number,
  from: number,
  end: number,
  dx: Float64Array,
  output: number,
): void {
  const top = plane + rows.first[i]! * width;
  const bottom = plane + rows.end[i]! * width;
  const rowStep = rows.step * width;
  let at = output;
  for (let j = from; j < end; j++) {
    const left = columns.first[j]!;
    const right = columns.end[j]!;
    const share = dy[at++]! / (rows.counted[i]! * columns.counted[j]! || 1);
    for (let row = top; row < bottom; row += rowStep) {
      for (let cell = row + left; cell < row + right; cell += columns.step) dx[cell]! += share;
    }
  }
}
