import type { ConvGeometry } from "./conv-geometry";

/** Adds nine neighbouring taps of a filter to the whole of its output plane; the first taps set out from the bias. */
export function sweepNineTaps(
  x: Float64Array,
  xFrom: number,
  offsets: Int32Array,
  tap: number,
  w: Float64Array,
  wFrom: number,
  bias: number,
  geometry: ConvGeometry,
  rowLength: number,
  y: Float64Array,
  yFrom: number,
): void {
  const weight0 = w[wFrom + tap]!;
  const weight1 = w[wFrom + tap + 1]!;
  const weight2 = w[wFrom + tap + 2]!;
  const weight3 = w[wFrom + tap + 3]!;
  const weight4 = w[wFrom + tap + 4]!;
  const weight5 = w[wFrom + tap + 5]!;
  const weight6 = w[wFrom + tap + 6]!;
  const weight7 = w[wFrom + tap + 7]!;
  const weight8 = w[wFrom + tap + 8]!;
  const offset0 = xFrom + offsets[tap]!;
  const offset1 = xFrom + offsets[tap + 1]!;
  const offset2 = xFrom + offsets[tap + 2]!;
  const offset3 = xFrom + offsets[tap + 3]!;
  const offset4 = xFrom + offsets[tap + 4]!;
  const offset5 = xFrom + offsets[tap + 5]!;
  const offset6 = xFrom + offsets[tap + 6]!;
  const offset7 = xFrom + offsets[tap + 7]!;
  const offset8 = xFrom + offsets[tap + 8]!;
  const { height, width } = geometry;
  const outWidth = width.outSize;
  const columnStep = width.stride;
  const rowStep = height.stride * rowLength;
  const first = tap === 0;
  let at = yFrom;
  for (let row = 0; row < height.outSize; row++) {
    let corner = row * rowStep;
    for (const end = at + outWidth; at < end; at++) {
      y[at] =
        (first ? bias : y[at]!) +
        (weight0 * x[corner + offset0]! +
          weight1 * x[corner + offset1]! +
          weight2 * x[corner + offset2]! +
          weight3 * x[corner + offset3]! +
          weight4 * x[corner + offset4]! +
          weight5 * x[corner + offset5]! +
          weight6 * x[corner + offset6]! +
          weight7 * x[corner + offset7]! +
          weight8 * x[corner + offset8]!);
      corner += columnStep;
    }
  }
}

/** As `sweepNineTaps`, for four taps. */
export function sweepFourTaps(
  x: Float64Array,
  xFrom: number,
  offsets: Int32Array,
  tap: number,
  w: Float64Array,
  wFrom: number,
  bias: number,
  geometry: ConvGeometry,
  rowLength: number,
  y: Float64Array,
  yFrom: number,
): void {
  const weight0 = w[wFrom + tap]!;
  const weight1 = w[wFrom + tap + 1]!;
  const weight2 = w[wFrom + tap + 2]!;
  const weight3 = w[wFrom + tap + 3]!;
  const offset0 = xFrom + offsets[tap]!;
  const offset1 = xFrom + offsets[tap + 1]!;
  const offset2 = xFrom + offsets[tap + 2]!;
  const offset3 = xFrom + offsets[tap + 3]!;
  const { height, width } = geometry;
  const outWidth = width.outSize;
  const columnStep = width.stride;
  const rowStep = height.stride * rowLength;
  const first = tap === 0;
  let at = yFrom;
  for (let row = 0; row < height.outSize; row++) {
    let corner = row * rowStep;
    for (const end = at + outWidth; at < end; at++) {
      y[at] =
        (first ? bias : y[at]!) +
        (weight0 * x[corner + offset0]! +
          weight1 * x[corner + offset1]! +
          weight2 * x[corner + offset2]! +
          weight3 * x[corner + offset3]!);
      corner += columnStep;
    }
  }
}

/** As `sweepNineTaps`, for one tap. */
export function sweepOneTap(
  x: Float64Array,
  xFrom: number,
  offsets: Int32Array,
  tap: number,
  w: Float64Array,
  wFrom: number,
  bias: number,
  geometry: ConvGeometry,
  rowLength: number,
  y: Float64Array,
  yFrom: number,
): void {
  const weight0 = w[wFrom + tap]!;
  const offset0 = xFrom + offsets[tap]!;
  const { height, width } = geometry;
  const outWidth = width.outSize;
  const columnStep = width.stride;
  const rowStep = height.stride * rowLength;
  const first = tap === 0;
  let at = yFrom;
  for (let row = 0; row < height.outSize; row++) {
    let corner = row * rowStep;
    for (const end = at + outWidth; at < end; at++) {
      y[at] = (first ? bias : y[at]!) + weight0 * x[corner + offset0]!;
      corner += columnStep;
    }
  }
}
