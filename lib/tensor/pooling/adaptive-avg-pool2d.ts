import { expectOutputGradient, expectRank, imageShape } from "../expect";
import { meansOver, pooledShape, spreadMeans } from "./pool-sweep";
import { adaptiveTaps } from "./pool-taps";
import type { Tensor } from "../tensor";
import type { Pair } from "../window";

/**
 * Adaptive average pooling: each output is the mean of its span (`adaptiveSpan`) of rows and columns.
 * An output size of 1 is global average pooling. x: N×C×H×W; y: N×C×outputSize.
 *
 * @throws KernelError ERR_SHAPE or ERR_NUMBER
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html
 * @example adaptiveAvgPool2d(tensor([1, 1, 2, 2], [1, 2, 3, 6]), 1).data // [3]
 */
export function adaptiveAvgPool2d(x: Tensor, outputSize: Pair): Tensor {
  return meansOver(x, adaptiveTaps(x.shape, outputSize));
}

/**
 * Back through adaptive average pooling: every ∂L/∂Y cell is shared out evenly over its span; spans may overlap,
 * and where they do the shares add. The output size is read from dy: N×C×outHeight×outWidth.
 *
 * @throws KernelError ERR_SHAPE or ERR_GRADIENT
 * @example adaptiveAvgPool2dGradient(tensor([1, 1, 1, 1], [8]), [1, 1, 2, 2]).data // [2, 2, 2, 2]
 */
export function adaptiveAvgPool2dGradient(dy: Tensor, xShape: readonly number[]): Tensor {
  imageShape(xShape, "The input x");
  expectRank(dy.shape, 4, "The gradient ∂L/∂Y", "N×C×H×W");
  const [, , outHeight = 0, outWidth = 0] = dy.shape;
  expectOutputGradient(dy, pooledShape(xShape, outHeight, outWidth));
  return spreadMeans(dy, xShape, adaptiveTaps(xShape, [outHeight, outWidth]));
}
