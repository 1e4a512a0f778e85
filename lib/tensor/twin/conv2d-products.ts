import { type Conv2dOptions, conv2dGeometry } from "../conv-geometry";
import { coordinatesOf, offsetOf, sizeOf } from "../tensor";
import type { WindowAxis } from "../window";
import type { Product } from "./products";

/**
 * Every product of a convolution, found from the input's side: the input cell (n, c, h, v) meets the weight
 * (o, c′, p, q) of its own channel in the output cell (i, j) for which iS = h + P − pD and jS = v + P − qD, if those are whole
 * and the cell exists.
 *
 * @throws KernelError as `conv2dGeometry` does
 */
export function* conv2dProducts(
  xShape: readonly number[],
  wShape: readonly number[],
  options?: Conv2dOptions,
): Generator<Product> {
  const geometry = conv2dGeometry(xShape, wShape, options);
  const { batch, outChannels, groups, height, width } = geometry;
  const yShape = [batch, outChannels, height.outSize, width.outSize];
  for (let x = 0; x < sizeOf(xShape); x++) {
    const [n = 0, channel = 0, h = 0, v = 0] = coordinatesOf(xShape, x);
    for (let w = 0; w < sizeOf(wShape); w++) {
      const [o = 0, c = 0, p = 0, q = 0] = coordinatesOf(wShape, w);
      const group = Math.floor((o * groups) / outChannels);
      const row = outputAlong(height, h, p);
      const column = outputAlong(width, v, q);
      if (group * (wShape[1] ?? 0) + c !== channel || row === undefined || column === undefined)
        continue;
      yield { x, w, y: offsetOf(yShape, [n, o, row, column]) };
    }
  }
}

function outputAlong(axis: WindowAxis, cell: number, tap: number): number | undefined {
  const position = (cell + axis.padBefore - tap * axis.dilation) / axis.stride;
  const exists = Number.isInteger(position) && position >= 0 && position < axis.outSize;
  return exists ? position : undefined;
}
