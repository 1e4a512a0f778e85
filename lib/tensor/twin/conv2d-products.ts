import { type Conv2dOptions, conv2dGeometry } from "../conv/conv-geometry";
import { offsetOf } from "../tensor";
import type { WindowAxis } from "../window";
import type { Product } from "./products";

/**
 * Every product of a convolution, found from the input's side: the input cell (n, c, h, v) meets the tap (p, q) of
 * each filter that reads its channel in the output cell (i, j) for which iS = h + P − pD and jS = v + P − qD, if those
 * are whole and the cell exists.
 *
 * @throws KernelError as `conv2dGeometry` does
 */
export function* conv2dProducts(
  xShape: readonly number[],
  wShape: readonly number[],
  options?: Conv2dOptions,
): Generator<Product> {
  const { batch, inChannels, outChannels, groups, height, width } = conv2dGeometry(
    xShape,
    wShape,
    options,
  );
  const yShape = [batch, outChannels, height.outSize, width.outSize];
  const rows = meetings(height);
  const columns = meetings(width);
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outChannels; o++) {
      for (let channel = 0; channel < inChannels; channel++) {
        const c = channelOfFilter(channel, o, inChannels / groups, outChannels / groups);
        if (c === undefined) continue;
        for (const row of rows) {
          for (const column of columns) {
            yield {
              x: offsetOf(xShape, [n, channel, row.cell, column.cell]),
              w: offsetOf(wShape, [o, c, row.tap, column.tap]),
              y: offsetOf(yShape, [n, o, row.output, column.output]),
            };
          }
        }
      }
    }
  }
}

/** An input cell, a tap and the output cell in which they meet, along one axis. */
interface Meeting {
  readonly cell: number;
  readonly tap: number;
  readonly output: number;
}

function meetings(axis: WindowAxis): Meeting[] {
  const found: Meeting[] = [];
  for (let cell = 0; cell < axis.inSize; cell++) {
    for (let tap = 0; tap < axis.kernel; tap++) {
      const output = (cell + axis.padBefore - tap * axis.dilation) / axis.stride;
      if (Number.isInteger(output) && output >= 0 && output < axis.outSize)
        found.push({ cell, tap, output });
    }
  }
  return found;
}

/** Which of its channels the filter takes this channel for; undefined where it belongs to another group. */
function channelOfFilter(
  channel: number,
  filter: number,
  groupChannels: number,
  groupFilters: number,
): number | undefined {
  const group = Math.floor(filter / groupFilters);
  return Math.floor(channel / groupChannels) === group ? channel % groupChannels : undefined;
}
