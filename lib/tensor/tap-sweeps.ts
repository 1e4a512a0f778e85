import type { ConvPlan } from "./conv-plan";

/** Adds nine neighbouring taps of a filter to the whole of its output plane; the first taps set out from the bias. */
export function sweepNineTaps(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  tap: number,
  bias: number,
  plan: ConvPlan,
  y: Float64Array,
  yFrom: number,
): void {
  const offsets = plan.tapOffsets;
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
  const { height, width } = plan.geometry;
  const outWidth = width.outSize;
  const columnStep = width.stride;
  const rowStep = height.stride * plan.rowLength;
  const first = tap === 0;
  let at = yFrom;
  for (let row = 0; row < height.outSize; row++) {
    let corner = row * rowStep;
    for (const end = at + outWidth; at < end; at++) {
      y[at] =
        (first ? bias : y[at]!) +
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

/** As `sweepNineTaps`, for four taps. */
export function sweepFourTaps(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  tap: number,
  bias: number,
  plan: ConvPlan,
  y: Float64Array,
  yFrom: number,
): void {
  const offsets = plan.tapOffsets;
  const weight0 = w[wFrom + tap]!;
  const weight1 = w[wFrom + tap + 1]!;
  const weight2 = w[wFrom + tap + 2]!;
  const weight3 = w[wFrom + tap + 3]!;
  const from0 = xFrom + offsets[tap]!;
  const from1 = xFrom + offsets[tap + 1]!;
  const from2 = xFrom + offsets[tap + 2]!;
  const from3 = xFrom + offsets[tap + 3]!;
  const { height, width } = plan.geometry;
  const outWidth = width.outSize;
  const columnStep = width.stride;
  const rowStep = height.stride * plan.rowLength;
  const first = tap === 0;
  let at = yFrom;
  for (let row = 0; row < height.outSize; row++) {
    let corner = row * rowStep;
    for (const end = at + outWidth; at < end; at++) {
      y[at] =
        (first ? bias : y[at]!) +
        (weight0 * x[from0 + corner]! +
          weight1 * x[from1 + corner]! +
          weight2 * x[from2 + corner]! +
          weight3 * x[from3 + corner]!);
      corner += columnStep;
    }
  }
}

/** As `sweepNineTaps`, for one tap. */
export function sweepOneTap(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  tap: number,
  bias: number,
  plan: ConvPlan,
  y: Float64Array,
  yFrom: number,
): void {
  const offsets = plan.tapOffsets;
  const weight0 = w[wFrom + tap]!;
  const from0 = xFrom + offsets[tap]!;
  const { height, width } = plan.geometry;
  const outWidth = width.outSize;
  const columnStep = width.stride;
  const rowStep = height.stride * plan.rowLength;
  const first = tap === 0;
  let at = yFrom;
  for (let row = 0; row < height.outSize; row++) {
    let corner = row * rowStep;
    for (const end = at + outWidth; at < end; at++) {
      y[at] = (first ? bias : y[at]!) + weight0 * x[from0 + corner]!;
      corner += columnStep;
    }
  }
}
