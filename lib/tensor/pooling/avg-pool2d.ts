import { expectOutputGradient } from "../expect";
import { meansOver, pooledShape, spreadMeans } from "./pool-sweep";
import { windowTaps } from "./pool-taps";
import { type PoolOptions, poolWindow } from "./pool-window";
import type { Tensor } from "../tensor";

/** Average pooling's window; by default the padding counts in the divisor, as in PyTorch. */
export interface AvgPoolOptions extends PoolOptions {
  readonly countIncludePad?: boolean;
}

/**
 * Average pooling: y[n, c, i, j] = (Σ of the window) / divisor, the padding being zeros.
 * The divisor counts the window's cells in the input and, unless `countIncludePad` is false, in the padding;
 * never those in the overhang that rounding up adds. A window without a cell to count gives 0.
 * With `out` the result is written there, and nothing else is; `out` must not be x's own array.
 * x: N×C×H×W; y: N×C×Hout×Wout.
 *
 * @throws KernelError as `poolWindow`; ERR_SHAPE for an `out` of the wrong length
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html
 * @example avgPool2d(tensor([1, 1, 2, 2], [1, 2, 3, 6]), { kernel: 2 }).data // [3]
 * @example avgPool2d(tensor([1, 1, 2, 2], [1, 2, 3, 6]), { kernel: 2 }, new Float64Array(1)).data // [3]
 */
export function avgPool2d(x: Tensor, options: AvgPoolOptions, out?: Float64Array): Tensor {
  const window = poolWindow(x.shape, options);
  return meansOver(x, windowTaps(window, options.countIncludePad ?? true), out);
}

/**
 * Back through average pooling: every ∂L/∂Y cell is divided as its window was and added to each of the window's
 * input cells; what falls on the padding is lost. `out` as for `avgPool2d`; what it held is overwritten.
 *
 * @throws KernelError ERR_GRADIENT, or as `avgPool2d`
 * @example avgPool2dGradient(tensor([1, 1, 1, 1], [8]), [1, 1, 2, 2], { kernel: 2 }).data // [2, 2, 2, 2]
 * @example avgPool2dGradient(tensor([1, 1, 1, 1], [8]), [1, 1, 2, 2], { kernel: 2 }, new Float64Array(4)).data // [2, 2, 2, 2]
 */
export function avgPool2dGradient(
  dy: Tensor,
  xShape: readonly number[],
  options: AvgPoolOptions,
  out?: Float64Array,
): Tensor {
  const window = poolWindow(xShape, options);
  expectOutputGradient(dy, pooledShape(xShape, window.height.outSize, window.width.outSize));
  return spreadMeans(dy, xShape, windowTaps(window, options.countIncludePad ?? true), out);
}
