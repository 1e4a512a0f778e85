import { KernelError } from "./errors";
import { expectOutputGradient, expectShape, imageShape } from "./expect";
import { type Taps, firstMaximum } from "./first-maximum";
import { type PoolOptions, endInside, firstInside, poolWindow } from "./pool-window";
import { type Tensor, zeros } from "./tensor";
import type { WindowAxis } from "./window";

/** A maximum with where it was found: `indices` has y's shape and counts within one H×W plane of the input. */
export interface Maxima {
  readonly y: Tensor;
  readonly indices: Tensor;
}

/**
 * Max pooling: y[n, c, i, j] = max over the window of x[n, c, ·, ·], padded with −∞.
 * A tie goes to the first maximum in row-major order; NaN propagates.
 * x: N×C×H×W; y and indices: N×C×Hout×Wout. An index of −1 marks a window without input cells, whose y is −∞
 * (possible only where dilation steps over the whole input).
 *
 * @throws KernelError as `poolWindow`
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html
 * @example maxPool2d(tensor([1, 1, 2, 2], [1, 4, 4, 0]), { kernel: 2 }).indices.data // [1]
 */
export function maxPool2d(x: Tensor, options: PoolOptions): Maxima {
  const { height, width } = poolWindow(x.shape, options);
  const { batch, channels, planes, area } = imageShape(x.shape, "The input x");
  const shape = [batch, channels, height.outSize, width.outSize];
  const [y, indices] = [zeros(shape), zeros(shape)];
  const [rows, columns] = [tapsAlong(height), tapsAlong(width)];
  let output = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (const row of rows) {
      for (const column of columns) {
        const index = firstMaximum(x.data, plane * area, width.inSize, row, column);
        indices.data[output] = index;
        y.data[output++] = index < 0 ? Number.NEGATIVE_INFINITY : x.data[plane * area + index]!;
      }
    }
  }
  return { y, indices };
}

/**
 * Back through max pooling, adaptive or not: every ∂L/∂Y cell goes to the input cell its maximum came from,
 * ∂L/∂X[n, c, indices[n, c, i, j]] += ∂L/∂Y[n, c, i, j].
 *
 * @throws KernelError ERR_GRADIENT, ERR_SHAPE or ERR_INDEX
 * @example maxPool2dGradient(tensor([1, 1, 1, 1], [5]), tensor([1, 1, 1, 1], [2]), [1, 1, 2, 2]).data // [0, 0, 5, 0]
 */
export function maxPool2dGradient(dy: Tensor, indices: Tensor, xShape: readonly number[]): Tensor {
  const { batch, channels, area, planes } = imageShape(xShape, "The input x");
  const [, , outHeight = 0, outWidth = 0] = indices.shape;
  expectShape(
    indices.shape,
    [batch, channels, outHeight, outWidth],
    "indices",
    "one plane of indices for each plane of x",
  );
  expectOutputGradient(dy, indices.shape);
  const dx = zeros(xShape);
  const outArea = outHeight * outWidth;
  for (let output = 0; output < planes * outArea; output++) {
    const index = indices.data[output]!;
    if (index === -1) continue;
    refuseOutside(index, area);
    dx.data[Math.floor(output / outArea) * area + index]! += dy.data[output]!;
  }
  return dx;
}

/**
 * Refuses an index that is no cell of a plane.
 *
 * @throws KernelError ERR_INDEX
 * @example refuseOutside(3, 4)
 */
export function refuseOutside(index: number, area: number): void {
  if (Number.isInteger(index) && index >= 0 && index < area) return;
  throw new KernelError(
    "ERR_INDEX",
    `The index ${index} is no cell of the plane; with ${area} cells, whole numbers from 0 to ${area - 1} would fit.`,
  );
}

function tapsAlong(axis: WindowAxis): Taps[] {
  return Array.from({ length: axis.outSize }, (_, position) => {
    const start = position * axis.stride - axis.padBefore;
    return {
      first: firstInside(start, axis.dilation),
      end: endInside(start, axis, axis.inSize),
      step: axis.dilation,
    };
  });
}
