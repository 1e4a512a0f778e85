import type { Sweep } from "./sweep";

/**
 * The same sums as `gatherTaps`, for kernel rows of three taps and windows that move along a row by as much as their own
 * taps do: neighbours then share two of their three columns. Three windows are computed together from five cells a row,
 * in the order of `gatherTaps`' sums.
 */
export function slideThreeTaps(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  sweep: Sweep,
  y: Float64Array,
  yFrom: number,
  bias: number,
): void {
  const { offsets, rows, columns, rowStep, columnStep } = sweep;
  const last = columns - 3;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += 3) {
      // The last three overlap those before, where the columns are not a multiple of three.
      const first = column < last ? column : last;
      const corner = xFrom + row * rowStep + first * columnStep;
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let weight = wFrom;
      for (let tap = 0; tap < offsets.length; tap += 3) {
        let from = corner + offsets[tap]!;
        const cell0 = x[from]!;
        from += columnStep;
        const cell1 = x[from]!;
        from += columnStep;
        const cell2 = x[from]!;
        from += columnStep;
        const cell3 = x[from]!;
        from += columnStep;
        const cell4 = x[from]!;
        const factor0 = w[weight]!;
        const factor1 = w[weight + 1]!;
        const factor2 = w[weight + 2]!;
        sum0 = sum0 + factor0 * cell0 + factor1 * cell1 + factor2 * cell2;
        sum1 = sum1 + factor0 * cell1 + factor1 * cell2 + factor2 * cell3;
        sum2 = sum2 + factor0 * cell2 + factor1 * cell3 + factor2 * cell4;
        weight += 3;
      }
      const at = yFrom + row * columns + first;
      y[at] = bias + sum0;
      y[at + 1] = bias + sum1;
      y[at + 2] = bias + sum2;
    }
  }
}
