/**
 * Winograd's F(4×4, 3×3): the transforms of `lines.ts` along the columns of a tile, then along its rows. A tile's 36
 * points lie `step` apart, since a product of matrices takes each point of all tiles together.
 */
import {
  inputsToPoints,
  outputsToPoints,
  pointsToInputs,
  pointsToOutputs,
  pointsToTaps,
  tapsToPoints,
} from "./lines";

/** What a tile's columns have become before its rows are taken. */
const half = new Float64Array(36);

/** 6×6 inputs, in rows `rowLength` apart. */
export function inputTileToPoints(
  x: Float64Array,
  from: number,
  rowLength: number,
  points: Float64Array,
  to: number,
  step: number,
): void {
  for (let column = 0; column < 6; column++) {
    inputsToPoints(x, from + column, rowLength, half, column, 6);
  }
  for (let row = 0; row < 6; row++) {
    inputsToPoints(half, 6 * row, 1, points, to + 6 * row * step, step);
  }
}

/** And back: 36 points to 6×6 inputs, one after the other. */
export function pointsToInputTile(
  points: Float64Array,
  from: number,
  step: number,
  tile: Float64Array,
): void {
  for (let column = 0; column < 6; column++) {
    pointsToInputs(points, from + column * step, 6 * step, half, column, 6);
  }
  for (let row = 0; row < 6; row++) pointsToInputs(half, 6 * row, 1, tile, 6 * row, 1);
}

/** 3×3 taps, one after the other. */
export function filterToPoints(
  w: Float64Array,
  from: number,
  points: Float64Array,
  to: number,
  step: number,
): void {
  for (let column = 0; column < 3; column++) tapsToPoints(w, from + column, 3, half, column, 3);
  for (let row = 0; row < 6; row++) {
    tapsToPoints(half, 3 * row, 1, points, to + 6 * row * step, step);
  }
}

/** And back. */
export function pointsToFilter(
  points: Float64Array,
  from: number,
  step: number,
  w: Float64Array,
): void {
  for (let column = 0; column < 6; column++) {
    pointsToTaps(points, from + column * step, 6 * step, half, column, 6);
  }
  for (let row = 0; row < 3; row++) pointsToTaps(half, 6 * row, 1, w, 3 * row, 1);
}

/**
 * 36 points to 4×4 outputs in rows `rowStep` apart and columns `columnStep` apart, to each of which `bias` is added.
 * Returns zero, unless one of them is infinite or NaN, or near enough to infinite.
 */
export function pointsToOutputTile(
  points: Float64Array,
  from: number,
  step: number,
  y: Float64Array,
  to: number,
  rowStep: number,
  columnStep: number,
  bias: number,
): number {
  for (let column = 0; column < 6; column++) {
    pointsToOutputs(points, from + column * step, 6 * step, half, column, 6, 0);
  }
  let zeros = 0;
  for (let row = 0; row < 4; row++) {
    zeros += pointsToOutputs(half, 6 * row, 1, y, to + row * rowStep, columnStep, bias);
  }
  return zeros;
}

/** And back, without a bias. */
export function outputTileToPoints(
  y: Float64Array,
  from: number,
  rowStep: number,
  columnStep: number,
  points: Float64Array,
  to: number,
  step: number,
): void {
  for (let column = 0; column < 4; column++) {
    outputsToPoints(y, from + column * columnStep, rowStep, half, column, 4);
  }
  for (let row = 0; row < 6; row++) {
    outputsToPoints(half, 4 * row, 1, points, to + 6 * row * step, step);
  }
}
