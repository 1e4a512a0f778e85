import {
  type ConvTranspose2dOptions,
  convTranspose2dGeometry,
  convTranspose2dOutputShape,
} from "../conv/conv-transpose-geometry";
import { offsetOf } from "../tensor";
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
  const { batch, groups, height, width } = convTranspose2dGeometry(xShape, wShape, options);
  const yShape = convTranspose2dOutputShape(xShape, wShape, options);
  const [inChannels = 0, groupOutputs = 0] = wShape;
  const rows = stamps(height);
  const columns = stamps(width);
  for (let n = 0; n < batch; n++) {
    for (let c = 0; c < inChannels; c++) {
      const group = Math.floor((c * groups) / inChannels);
      for (let o = 0; o < groupOutputs; o++) {
        for (const row of rows) {
          for (const column of columns) {
            yield {
              x: offsetOf(xShape, [n, c, row.cell, column.cell]),
              w: offsetOf(wShape, [c, o, row.tap, column.tap]),
              y: offsetOf(yShape, [n, group * groupOutputs + o, row.stamped, column.stamped]),
            };
          }
        }
      }
    }
  }
}

/** An input cell, a tap and the output cell it is stamped on, along one axis. */
interface Stamp {
  readonly cell: number;
  readonly tap: number;
  readonly stamped: number;
}

/** The axis is that of the convolution transposed: its output is what stamps, its input what is stamped on. */
function stamps(axis: WindowAxis): Stamp[] {
  const found: Stamp[] = [];
  for (let cell = 0; cell < axis.outSize; cell++) {
    for (let tap = 0; tap < axis.kernel; tap++) {
      const stamped = cell * axis.stride + tap * axis.dilation - axis.padBefore;
      if (stamped >= 0 && stamped < axis.inSize) found.push({ cell, tap, stamped });
    }
  }
  return found;
}
