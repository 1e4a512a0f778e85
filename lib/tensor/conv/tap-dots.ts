import type { Sweep } from "./sweep";

/** dw[k] += Σ dy[window]·x[tap k of the window] over the windows of the sweep. */
export function dotTaps(
  x: Float64Array,
  xFrom: number,
  dy: Float64Array,
  dyFrom: number,
  sweep: Sweep,
  dw: Float64Array,
  dwFrom: number,
): void {
  const { offsets, rows, columns, rowStep, columnStep } = sweep;
  for (let tap = 0; tap < offsets.length; tap++) {
    let sum = 0;
    let at = dyFrom;
    for (let row = 0; row < rows; row++) {
      let xAt = xFrom + offsets[tap]! + row * rowStep;
      for (const end = at + columns; at < end; at++) {
        sum += x[xAt]! * dy[at]!;
        xAt += columnStep;
      }
    }
    dw[dwFrom + tap]! += sum;
  }
}

/** `dotTaps` of four neighbouring filters at once: each input value is read once for the four of them. */
export function dotTapsOfFour(
  x: Float64Array,
  xFrom: number,
  dy: Float64Array,
  dyFrom: number,
  sweep: Sweep,
  dw: Float64Array,
  dwFrom: number,
): void {
  const { offsets, rows, columns, rowStep, columnStep } = sweep;
  const taps = offsets.length;
  const plane = rows * columns;
  for (let tap = 0; tap < taps; tap++) {
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    let at = dyFrom;
    for (let row = 0; row < rows; row++) {
      let xAt = xFrom + offsets[tap]! + row * rowStep;
      for (const end = at + columns; at < end; at++) {
        const value = x[xAt]!;
        sum0 += value * dy[at]!;
        sum1 += value * dy[at + plane]!;
        sum2 += value * dy[at + 2 * plane]!;
        sum3 += value * dy[at + 3 * plane]!;
        xAt += columnStep;
      }
    }
    dw[dwFrom + tap]! += sum0;
    dw[dwFrom + tap + taps]! += sum1;
    dw[dwFrom + tap + 2 * taps]! += sum2;
    dw[dwFrom + tap + 3 * taps]! += sum3;
  }
}
