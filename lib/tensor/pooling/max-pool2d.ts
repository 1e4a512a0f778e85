import { KernelError } from "../errors";
import { expectOutputGradient, expectShape, imageShape } from "../expect";
import { type Maxima, type MaximaArrays, maximaOver } from "./pool-sweep";
import { windowTaps } from "./pool-taps";
import { type PoolOptions, poolWindow } from "./pool-window";
import { resultTensor } from "../result-array";
import type { Tensor } from "../tensor";

/**
 * Max pooling: y[n, c, i, j] = max over the window of x[n, c, ·, ·], padded with −∞.
 * A tie goes to the first maximum in row-major order; NaN propagates.
 * x: N×C×H×W; y and indices: N×C×Hout×Wout. An index of −1 marks a window without input cells, whose y is −∞
 * (possible only where dilation steps over the whole input).
 * With `out` the two results are written to its arrays, and nothing else is; neither may be x's own, nor both the same.
 *
 * @throws KernelError as `poolWindow`; ERR_SHAPE for an array of the wrong length
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html
 * @example maxPool2d(tensor([1, 1, 2, 2], [1, 4, 4, 0]), { kernel: 2 }).indices.data // [1]
 * @example maxPool2d(tensor([1, 1, 1, 2], [3, 5]), { kernel: [1, 2] }, { y: new Float64Array(1), indices: new Float64Array(1) }).y.data // [5]
 */
export function maxPool2d(x: Tensor, options: PoolOptions, out?: MaximaArrays): Maxima {
  return maximaOver(x, windowTaps(poolWindow(x.shape, options), false), out);
}

/**
 * Back through max pooling, adaptive or not: every ∂L/∂Y cell goes to the input cell its maximum came from,
 * ∂L/∂X[n, c, indices[n, c, i, j]] += ∂L/∂Y[n, c, i, j].
 * With `out` the result replaces what that array held; it must not be an operand's own.
 *
 * @throws KernelError ERR_GRADIENT, ERR_SHAPE or ERR_INDEX
 * @example maxPool2dGradient(tensor([1, 1, 1, 1], [5]), tensor([1, 1, 1, 1], [2]), [1, 1, 2, 2]).data // [0, 0, 5, 0]
 * @example maxPool2dGradient(tensor([1, 1, 1, 1], [5]), tensor([1, 1, 1, 1], [2]), [1, 1, 2, 2], Float64Array.of(7, 7, 7, 7)).data // [0, 0, 5, 0]
 */
export function maxPool2dGradient(
  dy: Tensor,
  indices: Tensor,
  xShape: readonly number[],
  out?: Float64Array,
): Tensor {
  const { batch, channels, planes, area } = imageShape(xShape, "The input x");
  const [, , outHeight = 0, outWidth = 0] = indices.shape;
  expectShape(
    indices.shape,
    [batch, channels, outHeight, outWidth],
    "indices",
    "one plane of indices for each plane of x",
  );
  expectOutputGradient(dy, indices.shape);
  const dx = resultTensor(xShape, out);
  for (let plane = 0; plane < planes; plane++) {
    if (out) out.fill(0, plane * area, (plane + 1) * area);
    scatter(dy.data, indices.data, plane, outHeight * outWidth, area, dx.data);
  }
  return dx;
}

function scatter(
  dy: Float64Array,
  indices: Float64Array,
  plane: number,
  outArea: number,
  area: number,
  dx: Float64Array,
): void {
  const from = plane * area;
  for (let output = plane * outArea; output < (plane + 1) * outArea; output++) {
    const index = indices[output]!;
    const cell = index >>> 0;
    if (cell === index && cell < area) dx[from + cell]! += dy[output]!;
    else if (index !== -1) refuseOutside(index, area);
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
