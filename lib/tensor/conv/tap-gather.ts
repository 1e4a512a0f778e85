import type { Sweep } from "./sweep";

/**
 * y[window] = bias + Σ w[k]·x[tap k of the window], for every window of the sweep; where `bias` is undefined the sum
 * is added to what y holds. Taps are taken nine or four at a time, their weights and offsets held in registers.
 */
export function gatherTaps(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  sweep: Sweep,
  y: Float64Array,
  yFrom: number,
  bias: number | undefined,
): void {
  const taps = sweep.offsets.length;
  let start = bias;
  let tap = 0;
  for (; tap + 9 <= taps; tap += 9) {
    gatherNine(x, xFrom, w, wFrom, tap, sweep, y, yFrom, start);
    start = undefined;
  }
  for (; tap + 4 <= taps; tap += 4) {
    gatherFour(x, xFrom, w, wFrom, tap, sweep, y, yFrom, start);
    start = undefined;
  }
  for (; tap < taps; tap++) {
    gatherOne(x, xFrom, w, wFrom, tap, sweep, y, yFrom, start);
    start = undefined;
  }
}

function gatherNine(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  tap: number,
  sweep: Sweep,
  y: Float64Array,
  yFrom: number,
  start: number | undefined,
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
  const from0 = xFrom + offsets[tap]!;
  const from1 = xFrom + offsets[tap + 1]!;
  const from2 = xFrom + offsets[tap + 2]!;
  const from3 = xFrom + offsets[tap + 3]!;
  const from4 = xFrom + offsets[tap + 4]!;
  const from5 = xFrom + offsets[tap + 5]!;
  const from6 = xFrom + offsets[tap + 6]!;
  const from7 = xFrom + offsets[tap + 7]!;
  const from8 = xFrom + offsets[tap + 8]!;
  let at = yFrom;
  for (let row = 0; row < rows; row++) {
    let corner = row * rowStep;
    for (const end = at + columns; at < end; at++) {
      y[at] =
        (start ?? y[at]!) +
        (weight0 * x[from0 + corner]! +
          weight1 * x[from1 + corner]! +
          weight2 * x[from2 + corner]! +
          weight3 * x[from3 + corner]! +
          weight4 * x[from4 + corner]! +
          weight5 * x[from5 + corner]! +
          weight6 * x[from6 + corner]! +
          weight7 * x[from7 + corner]! +
          weight8 * x[from8 + corner]!);
      corner += columnStep;
    }
  }
}

function gatherFour(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  tap: number,
  sweep: Sweep,
  y: Float64Array,
  yFrom: number,
  start: number | undefined,
): void {
  const { offsets, rows, columns, rowStep, columnStep } = sweep;
  const weight0 = w[wFrom + tap]!;
  const weight1 = w[wFrom + tap + 1]!;
  const weight2 = w[wFrom + tap + 2]!;
  const weight3 = w[wFrom + tap + 3]!;
  const from0 = xFrom + offsets[tap]!;
  const from1 = xFrom + offsets[tap + 1]!;
  const from2 = xFrom + offsets[tap + 2]!;
  const from3 = xFrom + offsets[tap + 3]!;
  let at = yFrom;
  for (let row = 0; row < rows; row++) {
    let corner = row * rowStep;
    for (const end = at + columns; at < end; at++) {
      y[at] =
        (start ?? y[at]!) +
        (weight0 * x[from0 + corner]! +
          weight1 * x[from1 + corner]! +
          weight2 * x[from2 + corner]! +
          weight3 * x[from3 + corner]!);
      corner += columnStep;
    }
  }
}

function gatherOne(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  tap: number,
  sweep: Sweep,
  y: Float64Array,
  yFrom: number,
  start: number | undefined,
): void {
  const { offsets, rows, columns, rowStep, columnStep } = sweep;
  const weight0 = w[wFrom + tap]!;
  const from0 = xFrom + offsets[tap]!;
  let at = yFrom;
  for (let row = 0; row < rows; row++) {
    let corner = row * rowStep;
    for (const end = at + columns; at < end; at++) {
      y[at] = (start ?? y[at]!) + weight0 * x[from0 + corner]!;
      corner += columnStep;
    }
  }
}
