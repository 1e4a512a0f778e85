import type { Pair, WindowOptions } from "../window";

/** One axis of a pooling window, found by walking: where each window starts, in input coordinates. */
export interface WalkedAxis {
  readonly starts: readonly number[];
  /** The offsets of the taps from a window's start. */
  readonly taps: readonly number[];
  readonly inSize: number;
  readonly padAfter: number;
}

/** Walks a pooling window along both axes of a plane, one stride at a time. */
export function walkPlane(
  xShape: readonly number[],
  options: WindowOptions & { readonly kernel: Pair },
): { readonly rows: WalkedAxis; readonly columns: WalkedAxis } {
  return { rows: walk(xShape[2] ?? 0, 0, options), columns: walk(xShape[3] ?? 0, 1, options) };
}

/** The windows along one axis that have a tap on a cell. */
export function windowsOn(cell: number, { starts, taps }: WalkedAxis): number[] {
  return [...starts.keys()].filter((i) => taps.some((tap) => (starts[i] ?? 0) + tap === cell));
}

function walk(
  inSize: number,
  axis: 0 | 1,
  options: WindowOptions & { readonly kernel: Pair },
): WalkedAxis {
  const pick = (pair: Pair) => (typeof pair === "number" ? pair : pair[axis]);
  const stride = pick(options.stride ?? options.kernel);
  const dilation = pick(options.dilation ?? 1);
  const taps = Array.from({ length: pick(options.kernel) }, (_, tap) => tap * dilation);
  const span = (taps.at(-1) ?? 0) + 1;
  const ceil = options.rounding === "ceil";
  const [padBefore, padAfter] = paddingOf(inSize, span, stride, axis, options);
  return {
    starts: walkStarts(inSize, span, stride, padBefore, padAfter, ceil),
    taps,
    inSize,
    padAfter,
  };
}

/** Floor: windows that fit. Ceil: also one that begins inside the input where the one before fell short of the end. */
function walkStarts(
  inSize: number,
  span: number,
  stride: number,
  padBefore: number,
  padAfter: number,
  ceil: boolean,
): number[] {
  const starts: number[] = [];
  const end = inSize + padAfter;
  for (let start = -padBefore; ; start += stride) {
    const fits = start + span <= end;
    const reaches = start - stride + span < end && start < inSize;
    if (!(ceil ? reaches : fits)) return starts;
    starts.push(start);
  }
}

/** "same" is found by trial: the least padding that gives a window for every stride begun. */
function paddingOf(
  inSize: number,
  span: number,
  stride: number,
  axis: 0 | 1,
  { pad, padding = 0 }: WindowOptions,
): readonly [before: number, after: number] {
  if (pad) return axis === 0 ? [pad[0], pad[2]] : [pad[1], pad[3]];
  if (padding === "valid") return [0, 0];
  if (padding !== "same" && padding !== "same_lower") {
    const both = typeof padding === "number" ? padding : padding[axis];
    return [both, both];
  }
  let total = 0;
  while (walkStarts(inSize, span, stride, 0, total, false).length * stride < inSize) total++;
  const less = total >> 1;
  return padding === "same" ? [less, total - less] : [total - less, less];
}
