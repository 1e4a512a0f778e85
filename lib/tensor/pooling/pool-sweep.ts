import { type ImageShape, imageShape } from "../expect";
import { maximaInRow, meansInRow, spreadRow } from "./pool-rows";
import type { PoolTaps } from "./pool-taps";
import { type Tensor, zeros } from "../tensor";
import { type InnerWindows, innerMaxima, innerMeans, spreadInside } from "./unrolled-windows";

/** A maximum with where it was found: `indices` has y's shape and counts within one H×W plane of the input. */
export interface Maxima {
  readonly y: Tensor;
  readonly indices: Tensor;
}

/** In rows with fewer windows wholly inside the input, a loop of their own does not pay. */
const MANY = 4;

/**
 * The maximum over every output's taps: the first of equals in row-major order. NaN beats every number, and a later
 * NaN an earlier one, as in PyTorch. Without a tap inside the input the maximum is −∞ and its index −1.
 */
export function maximaOver(x: Tensor, taps: PoolTaps): Maxima {
  const image = imageShape(x.shape, "The input x");
  const y = zeros(outputShape(x.shape, taps));
  const indices = zeros(y.shape);
  const [values, largests, positions, { width }] = [x.data, y.data, indices.data, image];
  const inner = innerWindows(taps, width);
  sweep(
    image,
    taps,
    (plane, i, from, end, output) =>
      maximaInRow(values, plane, width, taps, i, from, end, largests, positions, output),
    inner && !mayHoldNaN(values)
      ? (plane, corner, count, output) =>
          innerMaxima(values, inner, plane, corner, count, largests, positions, output)
      : undefined,
  );
  return { y, indices };
}

/** The sum over every output's taps, divided by the number of cells counted (by 1 where that is none). */
export function meansOver(x: Tensor, taps: PoolTaps): Tensor {
  const image = imageShape(x.shape, "The input x");
  const y = zeros(outputShape(x.shape, taps));
  const [values, means, { width }] = [x.data, y.data, image];
  const inner = innerWindows(taps, width);
  sweep(
    image,
    taps,
    (plane, i, from, end, output) =>
      meansInRow(values, plane, width, taps, i, from, end, means, output),
    inner &&
      ((_, corner, count, output) => innerMeans(values, inner, corner, count, means, output)),
  );
  return y;
}

/** Back through `meansOver`: every output's ∂L/∂Y, divided alike, is added to each of its taps. */
export function spreadMeans(dy: Tensor, xShape: readonly number[], taps: PoolTaps): Tensor {
  const image = imageShape(xShape, "The input x");
  const dx = zeros(xShape);
  const [gradients, shares, { width }] = [dy.data, dx.data, image];
  const inner = innerWindows(taps, width);
  sweep(
    image,
    taps,
    (plane, i, from, end, output) =>
      spreadRow(gradients, plane, width, taps, i, from, end, shares, output),
    inner &&
      ((_, corner, count, output) => spreadInside(gradients, inner, corner, count, shares, output)),
  );
  return dx;
}

/**
 * The choice of loops: windows inside the input are written out where they are 2×2 or 3×3, undilated, and many enough
 * in a row. All others, and those at the borders, take the loops that serve any window.
 */
export function innerWindows({ rows, columns }: PoolTaps, width: number): InnerWindows | undefined {
  const { kernel, step, stride, innerFrom, innerEnd } = columns;
  if (kernel !== 2 && kernel !== 3) return undefined;
  if (rows.kernel !== kernel || rows.step > 1 || step > 1) return undefined;
  if (innerEnd - innerFrom < MANY) return undefined;
  return { three: kernel === 3, width, stride };
}

/** N×C×Hout×Wout for the outputs of these taps. */
export function pooledShape(
  xShape: readonly number[],
  outHeight: number,
  outWidth: number,
): number[] {
  const [batch = 0, channels = 0] = xShape;
  return [batch, channels, outHeight, outWidth];
}

function outputShape(xShape: readonly number[], { rows, columns }: PoolTaps): number[] {
  return pooledShape(xShape, rows.first.length, columns.first.length);
}

/** Computes outputs `from` up to `end` of row i in the plane that begins at `plane`; the first stands at `output`. */
type AnyLoop = (plane: number, i: number, from: number, end: number, output: number) => void;

/** Computes `count` outputs of windows inside the input, the first of which begins at `corner`. */
type InnerLoop = (plane: number, corner: number, count: number, output: number) => void;

/** Every row of outputs in turn, by `inner` where it is given and windows lie inside the input, else by `any`. */
function sweep(
  { planes, area, width }: ImageShape,
  { rows, columns }: PoolTaps,
  any: AnyLoop,
  inner: InnerLoop | undefined,
): void {
  const { innerFrom, innerEnd } = columns;
  const outWidth = columns.first.length;
  let output = 0;
  for (let plane = 0; plane < planes * area; plane += area) {
    for (let i = 0; i < rows.first.length; i++) {
      if (inner && i >= rows.innerFrom && i < rows.innerEnd) {
        const corner = plane + rows.first[i]! * width + columns.first[innerFrom]!;
        any(plane, i, 0, innerFrom, output);
        inner(plane, corner, innerEnd - innerFrom, output + innerFrom);
        any(plane, i, innerEnd, outWidth, output + innerEnd);
      } else any(plane, i, 0, outWidth, output);
      output += outWidth;
    }
  }
}

/** True wherever a value is NaN, and where there are infinities of both signs. */
function mayHoldNaN(values: Float64Array): boolean {
  let sum = 0;
  let at = 0;
  for (const fours = values.length - 3; at < fours; at += 4) {
    sum += values[at]! + values[at + 1]! + values[at + 2]! + values[at + 3]!;
  }
  for (; at < values.length; at++) sum += values[at]!;
  return Number.isNaN(sum);
}
