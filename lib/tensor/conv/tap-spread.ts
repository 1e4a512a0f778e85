import type { Sweep } from "./sweep";

/**
 * dx[tap k of the window] += w[k]·dy[window], for every window of the sweep: the way back of `gatherTaps`.
 */
export function spreadTaps(
  dy: Float64Array,
  dyFrom: number,
  w: Float64Array,
  wFrom: number,
  sweep: Sweep,
  dx: Float64Array,
  dxFrom: number,
): void {
  const taps = sweep.offsets.length;
  let tap = 0;
  for (; tap + 9 <= taps; tap += 9) spreadNine(dy, dyFrom, w, wFrom, tap, sweep, dx, dxFrom);
  for (; tap + 4 <= taps; tap += 4) spreadFour(dy, dyFrom, w, wFrom, tap, sweep, dx, dxFrom);
  for (; tap < taps; tap++) spreadOne(dy, dyFrom, w, wFrom, tap, sweep, dx, dxFrom);
}

function spreadNine(
  dy: Float64Array,
  dyFrom: number,
  w: Float64Array,
  wFrom: number,
  tap: number,
  sweep: Sweep,
  dx: Float64Array,
  dxFrom: number,
): void {
  const { offsets, rows, columns, rowStep, columnStep } = sweep;
  const weight0 = w[wFrom + tap]!;
  const weight1 = w[wFrom + tap + 1]!;
  const weight2 = w[wFrom + tap + 2]!;
  const weight3 = w[wFrom + tap + 3]!;
  const weight4 = w[wFrom + tap + 4]!;
  const weight5 = w[wFrom + tap + 5]!;
  const weight6 = w[wFrom + tap + 6]!;
  const weight7 = w[wFrom + tap + 7]!;
  const weight8 = w[wFrom + tap + 8]!;
  const from0 = dxFrom + offsets[tap]!;
  const from1 = dxFrom + offsets[tap + 1]!;
  const from2 = dxFrom + offsets[tap + 2]!;
  const from3 = dxFrom + offsets[tap + 3]!;
  const from4 = dxFrom + offsets[tap + 4]!;
  const from5 = dxFrom + offsets[tap + 5]!;
  const from6 = dxFrom + offsets[tap + 6]!;
  const from7 = dxFrom + offsets[tap + 7]!;
  const from8 = dxFrom + offsets[tap + 8]!;
  let at = dyFrom;
  for (let row = 0; row < rows; row++) {
    let corner = row * rowStep;
    for (const end = at + columns; at < end; at++) {
      const gradient = dy[at]!;
      dx[from0 + corner]! += weight0 * gradient;
      dx[from1 + corner]! += weight1 * gradient;
      dx[from2 + corner]! += weight2 * gradient;
      dx[from3 + corner]! += weight3 * gradient;
      dx[from4 + corner]! += weight4 * gradient;
      dx[from5 + corner]! += weight5 * gradient;
      dx[from6 + corner]! += weight6 * gradient;
      dx[from7 + corner]! += weight7 * gradient;
      dx[from8 + corner]! += weight8 * gradient;
      corner += columnStep;
    }
  }
}

function spreadFour(
  dy: Float64Array,
  dyFrom: number,
  w: Float64Array,
  wFrom: number,
  tap: number,
  sweep: Sweep,
  dx: Float64Array,
  dxFrom: number,
): void {
  const { offsets, rows, columns, rowStep, columnStep } = sweep;
  const weight0 = w[wFrom + tap]!;
  const weight1 = w[wFrom + tap + 1]!;
  const weight2 = w[wFrom + tap + 2]!;
  const weight3 = w[wFrom + tap + 3]!;
  const from0 = dxFrom + offsets[tap]!;
  const from1 = dxFrom + offsets[tap + 1]!;
  const from2 = dxFrom + offsets[tap + 2]!;
  const from3 = dxFrom + offsets[tap + 3]!;
  let at = dyFrom;
  for (let row = 0; row < rows; row++) {
    let corner = row * rowStep;
    for (const end = at + columns; at < end; at++) {
      const gradient = dy[at]!;
      dx[from0 + corner]! += weight0 * gradient;
      dx[from1 + corner]! += weight1 * gradient;
      dx[from2 + corner]! += weight2 * gradient;
      dx[from3 + corner]! += weight3 * gradient;
      corner += columnStep;
    }
  }
}

function spreadOne(
  dy: Float64Array,
  dyFrom: number,
  w: Float64Array,
  wFrom: number,
  tap: number,
  sweep: Sweep,
  dx: Float64Array,
  dxFrom: number,
): void {
  const { offsets, rows, columns, rowStep, columnStep } = sweep;
  const weight0 = w[wFrom + tap]!;
  const from0 = dxFrom + offsets[tap]!;
  let at = dyFrom;
  for (let row = 0; row < rows; row++) {
    let corner = row * rowStep;
    for (const end = at + columns; at < end; at++) {
      const gradient = dy[at]!;
      dx[from0 + corner]! += weight0 * gradient;
      corner += columnStep;
    }
  }
}
