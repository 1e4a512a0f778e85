import type { WindowAxis } from "@/lib/tensor";

/**
 * What a convolution and its transpose have in common: a kernel that links a big plane (X of conv2d,
 * Y of conv_transpose2d) to a small one (Y of conv2d, X of conv_transpose2d), cell by cell.
 * Big row = small row · stride + kernel row · dilation − padBefore, and the same for columns.
 */
export interface Sliding {
  readonly batch: number;
  readonly bigChannels: number;
  readonly smallChannels: number;
  readonly groups: number;
  /** inSize is the big plane's, outSize the small one's. */
  readonly height: WindowAxis;
  readonly width: WindowAxis;
  /** Whether the kernel is turned by 180° first: convolution as mathematics defines it. */
  readonly rotated: boolean;
}

/** [image, channel, row, column], or [small channel, big channel within its group, row, column] of a weight. */
export type Cell = readonly [number, number, number, number];

/** One product of the computation: these three cells belong together. */
export interface Tap {
  readonly big: Cell;
  readonly small: Cell;
  readonly weight: Cell;
  /** False where the big cell lies outside its plane, in the padding or in what is cropped. */
  readonly inside: boolean;
}

/** Every product that links this cell of the small plane, in reading order of the window. */
export function tapsOfSmall(sliding: Sliding, [image, channel, row, column]: Cell): Tap[] {
  const taps: Tap[] = [];
  for (let within = 0; within < channelsPerGroup(sliding); within++) {
    for (let u = 0; u < sliding.height.kernel; u++) {
      for (let v = 0; v < sliding.width.kernel; v++) {
        taps.push(tap(sliding, image, channel, within, [row, column], [u, v]));
      }
    }
  }
  return taps;
}

/** Every product that links this cell of the big plane, in reading order of the small plane. */
export function tapsOfBig(sliding: Sliding, [image, channel, row, column]: Cell): Tap[] {
  const perGroup = channelsPerGroup(sliding);
  const filters = sliding.smallChannels / sliding.groups;
  const first = Math.floor(channel / perGroup) * filters;
  const rows = reached(sliding.height, row);
  const columns = reached(sliding.width, column);
  const taps: Tap[] = [];
  for (let filter = first; filter < first + filters; filter++) {
    for (const [i, u] of rows) {
      for (const [j, v] of columns) {
        taps.push(tap(sliding, image, filter, channel % perGroup, [i, j], [u, v]));
      }
    }
  }
  return taps;
}

/** Every product that this weight takes part in, in reading order of the small plane. */
export function tapsOfWeight(sliding: Sliding, [filter, within, row, column]: Cell): Tap[] {
  const [u, v] = windowPlace(sliding, row, column);
  const taps: Tap[] = [];
  for (let image = 0; image < sliding.batch; image++) {
    for (let i = 0; i < sliding.height.outSize; i++) {
      for (let j = 0; j < sliding.width.outSize; j++) {
        taps.push(tap(sliding, image, filter, within, [i, j], [u, v]));
      }
    }
  }
  return taps;
}

/** How many channels of the big plane one filter meets. @example 8 channels in 4 groups: 2 */
export function channelsPerGroup(sliding: Sliding): number {
  return sliding.bigChannels / sliding.groups;
}

/** Where the weight in this row and column lies in the window, and the other way round. */
function windowPlace(sliding: Sliding, row: number, column: number): readonly [number, number] {
  if (!sliding.rotated) return [row, column];
  return [sliding.height.kernel - 1 - row, sliding.width.kernel - 1 - column];
}

/** The positions of the window that cover a cell of the big plane, each with the tap that does. */
function reached(axis: WindowAxis, at: number): (readonly [position: number, tap: number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let position = 0; position < axis.outSize; position++) {
    const offset = at + axis.padBefore - position * axis.stride;
    const place = offset / axis.dilation;
    if (Number.isInteger(place) && place >= 0 && place < axis.kernel) pairs.push([position, place]);
  }
  return pairs;
}

function tap(
  sliding: Sliding,
  image: number,
  filter: number,
  within: number,
  [i, j]: readonly [number, number],
  [u, v]: readonly [number, number],
): Tap {
  const { height, width } = sliding;
  const group = Math.floor(filter / (sliding.smallChannels / sliding.groups));
  const row = i * height.stride + u * height.dilation - height.padBefore;
  const column = j * width.stride + v * width.dilation - width.padBefore;
  return {
    big: [image, group * channelsPerGroup(sliding) + within, row, column],
    small: [image, filter, i, j],
    weight: [filter, within, ...windowPlace(sliding, u, v)],
    inside: row >= 0 && row < height.inSize && column >= 0 && column < width.inSize,
  };
}
