import type { Conventions, Params } from "@/lib/question";
import { pairOf } from "@/lib/tensor";

/** One axis of a window that slides. */
export interface Slide {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
  /** Whether a last window may hang over the end, if it begins before the end of the input. */
  readonly isCeil: boolean;
}

/** Nobody walks further. */
const LONGEST = 10_000_000;

/**
 * How often a window fits along an axis, found by laying it down place by place.
 *
 * @example placesAlong(5, { kernel: 3, stride: 2, dilation: 1, before: 0, after: 0, isCeil: false }) // 2
 */
export function placesAlong(size: number, slide: Slide): number | undefined {
  const { kernel, stride, dilation, before, after, isCeil } = slide;
  const end = before + size + after;
  if (end > LONGEST) return undefined;
  const reach = dilation * (kernel - 1) + 1;
  let [count, start] = [0, 0];
  for (; start + reach <= end; start += stride) count++;
  const covered = count === 0 ? reach - stride : start - stride + reach;
  const hangsOver = isCeil && covered < end && start < before + size;
  return hangsOver ? count + 1 : count;
}

/** Height and width of what a window leaves of a plane; undefined where it cannot be walked. */
export function planeAfter(
  plane: readonly [number, number],
  kernel: readonly [number, number],
  params: Params,
  { rounding }: Conventions,
): readonly [number, number] | undefined {
  const [height, width] = ([0, 1] as const).map((axis) => {
    const size = plane[axis];
    const stride = pairOf(params.stride ?? 1)[axis];
    if (params.padding === "same" && !params.pad) return startsWithin(size, stride);
    const { pad, padding = 0 } = params;
    const sides = typeof padding === "string" ? 0 : pairOf(padding)[axis];
    return placesAlong(size, {
      kernel: kernel[axis],
      stride,
      dilation: pairOf(params.dilation ?? 1)[axis],
      before: pad ? pad[axis] : sides,
      after: pad ? pad[axis === 0 ? 2 : 3] : sides,
      isCeil: params.ceil_mode ?? rounding === "ceil",
    });
  });
  return height === undefined || width === undefined ? undefined : [height, width];
}

/** "same" makes an output wherever a stride begins. */
function startsWithin(size: number, stride: number): number | undefined {
  if (size > LONGEST) return undefined;
  let count = 0;
  for (let start = 0; start < size; start += stride) count++;
  return count;
}

/** How far the stamps of a transposed convolution reach along an axis, stamp by stamp, before it is cropped. */
export function stampsReach(size: number, { kernel, stride, dilation }: Slide): number | undefined {
  if (size > LONGEST) return undefined;
  let reach = 0;
  for (let cell = 0; cell < size; cell++) {
    reach = Math.max(reach, cell * stride + dilation * (kernel - 1) + 1);
  }
  return reach;
}
