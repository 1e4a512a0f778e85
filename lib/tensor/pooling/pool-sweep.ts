import { imageShape } from "../expect";
import type { PoolTaps } from "./pool-taps";
import { resultTensor } from "../result-array";
import type { Tensor } from "../tensor";
import { planeMaxima } from "./plane-maxima";
import { innerMeans, spreadInside } from "./unrolled-windows";

/** A maximum with where it was found: `indices` has y's shape and counts within one H×W plane of the input. */
export interface Maxima {
  readonly y: Tensor;
  readonly indices: Tensor;
}

/** Arrays that take the values of `Maxima`. */
export interface MaximaArrays {
  readonly y: Float64Array;
  readonly indices: Float64Array;
}

/**
 * The maximum over every output's taps: the first of equals in row-major order. NaN beats every number, and a later
 * NaN an earlier one, as in PyTorch. Without a tap inside the input the maximum is −∞ and its index −1.
 */
export function maximaOver(x: Tensor, taps: PoolTaps, out?: MaximaArrays): Maxima {
  const { planes, area, width } = imageShape(x.shape, "The input x");
  const { rows, columns, inner } = taps;
  const [outHeight, outWidth] = [rows.first.length, columns.first.length];
  const y = resultTensor(pooledShape(x.shape, outHeight, outWidth), out?.y);
  const indices = resultTensor(y.shape, out?.indices);
  for (let plane = 0; plane < planes; plane++) {
    const [from, output] = [plane * area, plane * outHeight * outWidth];
    const found =
      inner && planeMaxima(x.data, from, rows, columns, inner, y.data, indices.data, output);
    if (!found) sweepMaxima(x.data, from, width, taps, y.data, indices.data, output);
  }
  return { y, indices };
}

/** The maxima of any windows over the plane that begins at `plane`, whatever it holds. */
function sweepMaxima(
  x: Float64Array,
  plane: number,
  width: number,
  { rows, columns }: PoolTaps,
  y: Float64Array,
  indices: Float64Array,
  output: number,
): void {
  let at = output;
  for (let i = 0; i < rows.first.length; i++) {
    const top = plane + rows.first[i]! * width;
    const bottom = plane + rows.end[i]! * width;
    const rowStep = rows.step * width;
    for (let j = 0; j < columns.first.length; j++) {
      const left = columns.first[j]!;
      const right = columns.end[j]!;
      let largest = Number.NEGATIVE_INFINITY;
      let best = top < bottom && left < right ? top + left : plane - 1;
      for (let row = top; row < bottom; row += rowStep) {
        for (let cell = row + left; cell < row + right; cell += columns.step) {
          const value = x[cell]!;
          if (value <= largest) continue;
          if (Number.isNaN(largest) && !Number.isNaN(value)) continue;
          largest = value;
          best = cell;
        }
      }
      y[at] = largest;
      indices[at++] = best - plane;
    }
  }
}

/** The sum over every output's taps, divided by the number of cells counted (by 1 where that is none). */
export function meansOver(
  x: Tensor,
  { rows, columns, inner }: PoolTaps,
  out?: Float64Array,
): Tensor {
  const { planes, area, width } = imageShape(x.shape, "The input x");
  const [outHeight, outWidth] = [rows.first.length, columns.first.length];
  const y = resultTensor(pooledShape(x.shape, outHeight, outWidth), out);
  const [values, means] = [x.data, y.data];
  let output = 0;
  for (let plane = 0; plane < planes * area; plane += area) {
    for (let i = 0; i < outHeight; i++) {
      const top = plane + rows.first[i]! * width;
      const bottom = plane + rows.end[i]! * width;
      const rowStep = rows.step * width;
      const inside = inner && bottom - top === inner.kernel * width ? inner : undefined;
      for (let j = 0; j < outWidth; j++) {
        const left = columns.first[j]!;
        if (j === inside?.from) {
          innerMeans(values, inside, top + left, means, output);
          output += inside.count;
          j += inside.count - 1;
          continue;
        }
        const right = columns.end[j]!;
        let sum = 0;
        for (let row = top; row < bottom; row += rowStep) {
          for (let cell = row + left; cell < row + right; cell += columns.step) {
            sum += values[cell]!;
          }
        }
        means[output++] = sum / (rows.counted[i]! * columns.counted[j]! || 1);
      }
    }
  }
  return y;
}

/** Back through `meansOver`: every output's ∂L/∂Y, divided alike, is added to each of its taps. */
export function spreadMeans(
  dy: Tensor,
  xShape: readonly number[],
  { rows, columns, inner }: PoolTaps,
  out?: Float64Array,
): Tensor {
  const { planes, area, width } = imageShape(xShape, "The input x");
  const [outHeight, outWidth] = [rows.first.length, columns.first.length];
  const dx = resultTensor(xShape, out);
  const [gradients, spread] = [dy.data, dx.data];
  let output = 0;
  for (let plane = 0; plane < planes * area; plane += area) {
    if (out) spread.fill(0, plane, plane + area);
    for (let i = 0; i < outHeight; i++) {
      const top = plane + rows.first[i]! * width;
      const bottom = plane + rows.end[i]! * width;
      const rowStep = rows.step * width;
      const inside = inner && bottom - top === inner.kernel * width ? inner : undefined;
      for (let j = 0; j < outWidth; j++) {
        const left = columns.first[j]!;
        if (j === inside?.from) {
          spreadInside(gradients, inside, top + left, spread, output);
          output += inside.count;
          j += inside.count - 1;
          continue;
        }
        const right = columns.end[j]!;
        const share = gradients[output++]! / (rows.counted[i]! * columns.counted[j]! || 1);
        for (let row = top; row < bottom; row += rowStep) {
          for (let cell = row + left; cell < row + right; cell += columns.step) {
            spread[cell]! += share;
          }
        }
      }
    }
  }
  return dx;
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
