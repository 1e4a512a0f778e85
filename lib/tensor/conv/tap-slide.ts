import type { Sweep } from "./sweep";

/**
 * The same sums as `gatherTaps`, for two filters at once, kernel rows of three taps side by side, and windows that move
 * along a row by one: neighbours then share two of their three columns. Three windows of both filters are computed
 * together from five cells a row. A filter that is alone is given twice.
 */
export function slideThreeTaps(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  wNext: number,
  sweep: Sweep,
  y: Float64Array,
  yFrom: number,
  yNext: number,
  bias: number,
  biasNext: number,
): void {
  const { offsets, rows, columns, rowStep } = sweep;
  const last = columns - 3;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += 3) {
      // The last three overlap those before, where the columns are not a multiple of three.
      const first = column < last ? column : last;
      const corner = xFrom + row * rowStep + first;
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let next0 = 0;
      let next1 = 0;
      let next2 = 0;
      for (let tap = 0; tap < offsets.length; tap += 3) {
        const from = corner + offsets[tap]!;
        const cell0 = x[from]!;
        const cell1 = x[from + 1]!;
        const cell2 = x[from + 2]!;
        const cell3 = x[from + 3]!;
        const cell4 = x[from + 4]!;
        let factor0 = w[wFrom + tap]!;
        let factor1 = w[wFrom + tap + 1]!;
        let factor2 = w[wFrom + tap + 2]!;
        sum0 += factor0 * cell0 + factor1 * cell1 + factor2 * cell2;
        sum1 += factor0 * cell1 + factor1 * cell2 + factor2 * cell3;
        sum2 += factor0 * cell2 + factor1 * cell3 + factor2 * cell4;
        factor0 = w[wNext + tap]!;
        factor1 = w[wNext + tap + 1]!;
        factor2 = w[wNext + tap + 2]!;
        next0 += factor0 * cell0 + factor1 * cell1 + factor2 * cell2;
        next1 += factor0 * cell1 + factor1 * cell2 + factor2 * cell3;
        next2 += factor0 * cell2 + factor1 * cell3 + factor2 * cell4;
      }
      const at = row * columns + first;
      y[yFrom + at] = bias + sum0;
      y[yFrom + at + 1] = bias + sum1;
      y[yFrom + at + 2] = bias + sum2;
      y[yNext + at] = biasNext + next0;
      y[yNext + at + 1] = biasNext + next1;
      y[yNext + at + 2] = biasNext + next2;
    }
  }
}
