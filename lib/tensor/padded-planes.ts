import type { ConvGeometry } from "./conv-geometry";
import { KernelError } from "./errors";
import { scratchValues } from "./scratch";
import { MAX_VALUES } from "./tensor";
import { type WindowAxis, dilatedSize } from "./window";

/** Input planes with their padding drawn in: as many rows and columns as the windows reach. */
export interface Planes {
  readonly data: Float64Array;
  readonly height: number;
  readonly width: number;
}

/** The cells from the first window's first to the last window's last. */
function reach(axis: WindowAxis): number {
  return (axis.outSize - 1) * axis.stride + dilatedSize(axis.kernel, axis.dilation);
}

function outside(axis: WindowAxis): boolean {
  return (
    axis.padBefore > 0 ||
    (axis.padAfter > 0 && reach(axis) > axis.inSize) ||
    reach(axis) > axis.inSize
  );
}

/** Whether any window meets a cell that the input has not. */
export function reachesOutside(geometry: ConvGeometry): boolean {
  return outside(geometry.height) || outside(geometry.width);
}

/**
 * Every plane of x on a ground of zeros, in working memory that is good until the next call.
 *
 * @throws KernelError ERR_MEMORY where the padded planes would hold more than `MAX_VALUES` values
 */
export function paddedPlanes(x: Float64Array, geometry: ConvGeometry): Planes {
  const height = reach(geometry.height);
  const width = reach(geometry.width);
  const count = geometry.batch * geometry.inChannels;
  const size = count * height * width;
  if (size > MAX_VALUES) throw tooLarge(count, height, width);
  const data = scratchValues(size);
  data.fill(0, 0, size);
  const { inSize: inHeight, padBefore: top } = geometry.height;
  const { inSize: inWidth, padBefore: left } = geometry.width;
  const lastRow = Math.min(inHeight, height - top);
  const lastColumn = Math.min(inWidth, width - left);
  for (let plane = 0; plane < count; plane++) {
    for (let row = 0; row < lastRow; row++) {
      const from = (plane * inHeight + row) * inWidth;
      const to = (plane * height + row + top) * width + left;
      for (let column = 0; column < lastColumn; column++) data[to + column] = x[from + column]!;
    }
  }
  return { data, height, width };
}

function tooLarge(count: number, height: number, width: number): KernelError {
  return new KernelError(
    "ERR_MEMORY",
    `With padding the input has ${count} planes of ${height}×${width}, ${count * height * width} values; at most ${MAX_VALUES} (1 GiB) may be held.`,
  );
}
