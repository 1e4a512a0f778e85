import type { Sweep } from "./sweep";

/**
 * The same sums as `gatherTaps`, for windows that move along a row by as much as their own taps do: neighbours then
 * share all their columns but one. Three windows are computed together, and each cell read serves all three on its
 * way through `cell0`, `cell1` and `cell2`. `rowTaps` is the number of taps in a kernel row.
 */
export function slideTaps(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  rowTaps: number,
  sweep: Sweep,
  y: Float64Array,
  yFrom: number,
  bias: number,
): void {
  const { offsets, rows, columns, rowStep, columnStep } = sweep;
  const taps = offsets.length;
  let at = yFrom;
  for (let row = 0; row < rows; row++) {
    let corner = xFrom + row * rowStep;
    const rowEnd = at + columns;
    for (; at + 3 <= rowEnd; at += 3) {
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      for (let tap = 0; tap < taps; tap += rowTaps) {
        let from = corner + offsets[tap]!;
        let cell0 = x[from]!;
        from += columnStep;
        let cell1 = x[from]!;
        const weightEnd = wFrom + tap + rowTaps;
        for (let weight = wFrom + tap; weight < weightEnd; weight++) {
          from += columnStep;
          const cell2 = x[from]!;
          const factor = w[weight]!;
          sum0 += factor * cell0;
          sum1 += factor * cell1;
          sum2 += factor * cell2;
          cell0 = cell1;
          cell1 = cell2;
        }
      }
      y[at] = bias + sum0;
      y[at + 1] = bias + sum1;
      y[at + 2] = bias + sum2;
      corner += 3 * columnStep;
    }
    for (; at < rowEnd; at++) {
      let sum = 0;
      for (let tap = 0; tap < taps; tap++) sum += w[wFrom + tap]! * x[corner + offsets[tap]!]!;
      y[at] = bias + sum;
      corner += columnStep;
    }
  }
}
