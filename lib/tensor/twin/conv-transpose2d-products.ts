import {
  type ConvTranspose2dOptions,
  convTranspose2dGeometry,
  convTranspose2dOutputShape,
} from "../conv-transpose-geometry";
import { coordinatesOf, offsetOf, sizeOf } from "../tensor";
import type { WindowAxis } from "../window";
import type { Product } from "./products";

/**
 * Every product of a transposed convolution: the input cell (n, c, i, j) stamps the weight (c, o, p, q) on the output
 * cell (iS + pD − P, jS + qD − P), unless that is cropped.
 *
 * @throws KernelError as `convTranspose2dGeometry` does
 */
export function* convTranspose2dProducts(
  xShape: readonly number[],
  wShape: readonly number[],
  options?: ConvTranspose2dOptions,
): Generator<Product> {
  const { outChannels, groups, height, width } = convTranspose2dGeometry(xShape, wShape, options);
  const yShape = convTranspose2dOutputShape(xShape, wShape, options);
  for (let x = 0; x < sizeOf(xShape); x++) {
    const [n = 0, channel = 0, i = 0, j = 0] = coordinatesOf(xShape, x);
    for (let w = 0; w < sizeOf(wShape); w++) {
      const [c = 0, o = 0, p = 0, q = 0] = coordinatesOf(wShape, w);
      const row = stampedAlong(height, i, p);
      const column = stampedAlong(width, j, q);
      if (c !== channel || row === undefined || column === undefined) continue;
      const group = Math.floor((c * groups) / outChannels);
      yield { x, w, y: offsetOf(yShape, [n, group * (wShape[1] ?? 0) + o, row, column]) };
    }
  }
}

/** The axis is that of the convolution transposed: its input is what is stamped on. */
function stampedAlong(axis: WindowAxis, cell: number, tap: number): number | undefined {
  const position = cell * axis.stride + tap * axis.dilation - axis.padBefore;
  return position >= 0 && position < axis.inSize ? position : undefined;
}
