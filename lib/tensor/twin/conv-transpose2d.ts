import {
  type ConvTranspose2dOptions,
  convTranspose2dOutputShape,
} from "../conv/conv-transpose-geometry";
import type { Tensor } from "../tensor";
import { convTranspose2dProducts } from "./conv-transpose2d-products";
import { sumBiasGradient, sumForward, sumInputGradient, sumWeightGradient } from "./products";

/**
 * `convTranspose2d` by another way, as a proof of its numbers: a list of all stamped products, each added where it
 * belongs. Slow.
 *
 * @throws KernelError as `convTranspose2dGeometry` does
 * @example twin.convTranspose2d(tensor([1, 1, 1, 2], [1, 2]), tensor([1, 1, 1, 2], [1, 1]), undefined).data // [1, 3, 2]
 */
export function convTranspose2d(
  x: Tensor,
  w: Tensor,
  b: Tensor | undefined,
  options?: ConvTranspose2dOptions,
): Tensor {
  const products = convTranspose2dProducts(x.shape, w.shape, options);
  return sumForward(products, x, w, b, convTranspose2dOutputShape(x.shape, w.shape, options));
}

/** `convTranspose2dInputGradient` by the list of products. @throws KernelError as `convTranspose2dGeometry` does */
export function convTranspose2dInputGradient(
  dy: Tensor,
  w: Tensor,
  xShape: readonly number[],
  options?: ConvTranspose2dOptions,
): Tensor {
  return sumInputGradient(convTranspose2dProducts(xShape, w.shape, options), dy, w, xShape);
}

/** `convTranspose2dWeightGradient` by the list of products. @throws KernelError as `convTranspose2dGeometry` does */
export function convTranspose2dWeightGradient(
  x: Tensor,
  dy: Tensor,
  wShape: readonly number[],
  options?: ConvTranspose2dOptions,
): Tensor {
  return sumWeightGradient(convTranspose2dProducts(x.shape, wShape, options), x, dy, wShape);
}

/** `convTranspose2dBiasGradient`, cell by cell. */
export function convTranspose2dBiasGradient(dy: Tensor): Tensor {
  return sumBiasGradient(dy);
}
