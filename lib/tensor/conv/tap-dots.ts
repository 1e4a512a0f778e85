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
