import { clear } from "./clear";
import type { ConvGeometry } from "./conv-geometry";
import type { ConvPlan } from "./conv-plan";
import { copyRow } from "./copy-row";
import { tooMuch } from "../errors";
import { scratch } from "./scratch";
import { MAX_VALUES } from "../tensor";
import { type WindowAxis, dilatedSize } from "../window";

const paddedValues = scratch();

/** The cells from the first window's first to the last window's last: (out − 1)·stride + k′. */
export function paddedLength(axis: WindowAxis): number {
  return (axis.outSize - 1) * axis.stride + dilatedSize(axis.kernel, axis.dilation);
}

/** Whether any window meets a cell that the input has not. */
export function isPadded({ height, width }: ConvGeometry): boolean {
  return reachesOutside(height) || reachesOutside(width);
}

function reachesOutside(axis: WindowAxis): boolean {
  return axis.padBefore > 0 || paddedLength(axis) > axis.inSize;
}

/**
 * Every plane of x with its padding drawn in as zeros, as far as the windows reach, in working memory that is good
 * until the next call.
 *
 * @throws KernelError ERR_MEMORY where the padded planes would hold more than `MAX_VALUES` values
 */
export function paddedPlanes(x: Float64Array, plan: ConvPlan): Float64Array {
  const padded = emptyPlanes(plan);
  copyCells(x, padded, plan, true);
  return padded;
}

/** Padded planes of zeros. @throws KernelError as `paddedPlanes` does */
export function emptyPlanes({ geometry, planeSize, rowLength }: ConvPlan): Float64Array {
  const size = geometry.batch * geometry.inChannels * planeSize;
  if (size > MAX_VALUES) {
    throw tooMuch(
      `With its padding, ${planeSize / rowLength}×${rowLength}, the input means ${size} values`,
      `${MAX_VALUES} (1 GiB)`,
    );
  }
  const padded = paddedValues(size);
  clear(padded, size);
  return padded;
}

/** The padded planes' inner cells written to x; cells that no window reaches stay as they are. */
export function cropPadding(padded: Float64Array, plan: ConvPlan, x: Float64Array): void {
  copyCells(padded, x, plan, false);
}

function copyCells(
  source: Float64Array,
  target: Float64Array,
  { geometry, planeSize, rowLength }: ConvPlan,
  inward: boolean,
): void {
  const { batch, inChannels, height, width } = geometry;
  const rows = Math.min(height.inSize, planeSize / rowLength - height.padBefore);
  const columns = Math.min(width.inSize, rowLength - width.padBefore);
  for (let plane = 0; plane < batch * inChannels; plane++) {
    for (let row = 0; row < rows; row++) {
      const bare = (plane * height.inSize + row) * width.inSize;
      const padded = plane * planeSize + (row + height.padBefore) * rowLength + width.padBefore;
      const from = inward ? bare : padded;
      const to = inward ? padded : bare;
      copyRow(source, from, target, to, columns);
    }
  }
}
