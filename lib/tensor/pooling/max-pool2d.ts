import { KernelError } from "../errors";
import { expectOutputGradient, expectShape, imageShape } from "../expect";
import { type Maxima, maximaOver } from "./pool-sweep";
import { windowTaps } from "./pool-taps";
import { type PoolOptions, poolWindow } from "./pool-window";
import { type Tensor, zeros } from "../tensor";

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
  return maximaOver(x, windowTaps(poolWindow(x.shape, options), false));
}

/**
 * Back through max pooling, adaptive or not: every ∂L/∂Y cell goes to the input cell its maximum came from,
 * ∂L/∂X[n, c, indices[n, c, i, j]] += ∂L/∂Y[n, c, i, j].
 *
 * @throws KernelError ERR_GRADIENT, ERR_SHAPE or ERR_INDEX
 * @example maxPool2dGradient(tensor([1, 1, 1, 1], [5]), tensor([1, 1, 1, 1], [2]), [1, 1, 2, 2]).data // [0, 0, 5, 0]
 */
export function maxPool2dGradient(dy: Tensor, indices: Tensor, xShape: readonly number[]): Tensor {
  const { batch, channels, area } = imageShape(xShape, "The input x");
  const [, , outHeight = 0, outWidth = 0] = indices.shape;
  expectShape(
    indices.shape,
    [batch, channels, outHeight, outWidth],
    "indices",
    "one plane of indices for each plane of x",
  );
  expectOutputGradient(dy, indices.shape);
  const dx = zeros(xShape);
  scatter(dy.data, indices.data, outHeight * outWidth, area, dx.data);
  return dx;
}

function scatter(
  dy: Float64Array,
  indices: Float64Array,
  outArea: number,
  area: number,
  dx: Float64Array,
): void {
  let output = 0;
  for (let from = 0; output < indices.length; from += area) {
    for (const end = output + outArea; output < end; output++) {
      const index = indices[output]!;
      const cell = index >>> 0;
      if (cell === index && cell < area) dx[from + cell]! += dy[output]!;
      else if (index !== -1) refuseOutside(index, area);
    }
  }
}

/**
 * Refuses an index that is no cell of a plane.
 *
 * @throws KernelError ERR_INDEX
 * @example refuseOutside(3, 4)
 */
export function refuseOutside(index: number, area: number): void {
  if (index >>> 0 === index && index < area) return;
  throw new KernelError(
    "ERR_INDEX",
    `The index ${index} is no cell of the plane; with ${area} cells, whole numbers from 0 to ${area - 1} would fit.`,
  );
}
