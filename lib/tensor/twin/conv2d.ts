import { type Conv2dOptions, conv2dOutputShape } from "../conv/conv-geometry";
import type { Tensor } from "../tensor";
import { conv2dProducts } from "./conv2d-products";
import { sumBiasGradient, sumForward, sumInputGradient, sumWeightGradient } from "./products";

/**
 * `conv2d` by another way, as a proof of its numbers: a list of all products, each added where it belongs. Slow.
 *
 * @throws KernelError as `conv2dGeometry` does
 * @example twin.conv2d(tensor([1, 1, 1, 2], [1, 2]), tensor([1, 1, 1, 2], [3, 4]), undefined).data // [11]
 */
export function conv2d(
  x: Tensor,
  w: Tensor,
  b: Tensor | undefined,
  options?: Conv2dOptions,
): Tensor {
  const products = conv2dProducts(x.shape, w.shape, options);
  return sumForward(products, x, w, b, conv2dOutputShape(x.shape, w.shape, options));
}

/** `conv2dInputGradient` by the list of products. @throws KernelError as `conv2dGeometry` does */
export function conv2dInputGradient(
  dy: Tensor,
  w: Tensor,
  xShape: readonly number[],
  options?: Conv2dOptions,
): Tensor {
  return sumInputGradient(conv2dProducts(xShape, w.shape, options), dy, w, xShape);
}

/** `conv2dWeightGradient` by the list of products. @throws KernelError as `conv2dGeometry` does */
export function conv2dWeightGradient(
  x: Tensor,
  dy: Tensor,
  wShape: readonly number[],
  options?: Conv2dOptions,
): Tensor {
  return sumWeightGradient(conv2dProducts(x.shape, wShape, options), x, dy, wShape);
}

/** `conv2dBiasGradient`, cell by cell. @example twin.conv2dBiasGradient(tensor([1, 1, 1, 2], [1, 2])).data // [3] */
export function conv2dBiasGradient(dy: Tensor): Tensor {
  return sumBiasGradient(dy);
}
