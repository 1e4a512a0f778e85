import type { Question } from "@/lib/question";
import { type Sides, type Window, KernelError, pairOf, resolveWindow } from "@/lib/tensor";
import type { Slip } from "./model";

/** Where a window slides. */
export interface Sliding {
  readonly stride: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly pad: Sides | "same" | "same_lower";
  readonly rounding: "floor" | "ceil" | "exact";
}

interface HasSliding {
  readonly sliding: Sliding;
  /** "same", where the question says so: its padding may be worked out anew for another stride. */
  readonly same?: "same" | "same_lower" | undefined;
}

/** The window's positions; undefined where it does not fit. */
export function windowOver(
  plane: readonly [number, number],
  kernel: readonly [number, number],
  { stride, dilation, pad, rounding: asked }: Sliding,
): Window | undefined {
  const rounding = asked === "exact" ? "floor" : asked;
  const padding = typeof pad === "string" ? { padding: pad } : { pad };
  try {
    return resolveWindow(plane, kernel, { stride, dilation, rounding, ...padding });
  } catch (error) {
    if (error instanceof KernelError) return undefined;
    throw error;
  }
}

/** How a question's window slides over its input, its padding resolved. */
export function slidingOf(
  question: Question,
  plane: readonly [number, number],
  kernel: readonly [number, number],
  defaultStride: readonly [number, number] = [1, 1],
): (HasSliding & { readonly window: Window }) | undefined {
  const { params, conventions } = question;
  const lower = conventions.padding === "onnx_lower";
  const same =
    params.padding === "same" && !params.pad ? (lower ? "same_lower" : "same") : undefined;
  const asked: Sliding = {
    stride: params.stride === undefined ? defaultStride : pairOf(params.stride),
    dilation: pairOf(params.dilation ?? 1),
    pad: same ?? sidesOf(question),
    rounding: roundingOf(question),
  };
  const window = windowOver(plane, kernel, asked);
  if (!window) return undefined;
  return { sliding: { ...asked, pad: sidesIn(window) }, same, window };
}

function sidesIn({ height, width }: Window): Sides {
  return [height.padBefore, width.padBefore, height.padAfter, width.padAfter];
}

/** The question's padding in numbers: [top, left, bottom, right]; 0 for "valid". */
export function sidesOf({ params: { pad, padding = 0 } }: Question): Sides {
  if (pad) return pad;
  if (typeof padding === "string") return [0, 0, 0, 0];
  const [height, width] = pairOf(padding);
  return [height, width, height, width];
}

function roundingOf({ params, conventions }: Question): Sliding["rounding"] {
  if (params.ceil_mode === undefined) return conventions.rounding;
  return params.ceil_mode ? "ceil" : "floor";
}

/** The window moves one cell at a time. */
export function strideIgnored<Setup extends HasSliding>(): Slip<Setup> {
  return {
    id: "STRIDE_IGNORED",
    readings: [withoutStride, (setup) => anew(setup, withoutStride(setup))],
  };
}

function withoutStride<Setup extends HasSliding>(setup: Setup): Setup | undefined {
  if (isOne(setup.sliding.stride)) return undefined;
  return { ...setup, sliding: { ...setup.sliding, stride: [1, 1] } };
}

/** No padding is put around. */
export function paddingIgnored<Setup extends HasSliding>(): Slip<Setup> {
  return {
    id: "PADDING_IGNORED",
    readings: [
      (setup) =>
        setup.sliding.pad === "same" || hasPadding(setup.sliding)
          ? { ...setup, sliding: { ...setup.sliding, pad: [0, 0, 0, 0] } }
          : undefined,
    ],
  };
}

/** The taps lie side by side. */
export function dilationIgnored<Setup extends HasSliding>(): Slip<Setup> {
  return {
    id: "DILATION_IGNORED",
    readings: [withoutDilation, (setup) => anew(setup, withoutDilation(setup))],
  };
}

function withoutDilation<Setup extends HasSliding>(setup: Setup): Setup | undefined {
  if (isOne(setup.sliding.dilation)) return undefined;
  return { ...setup, sliding: { ...setup.sliding, dilation: [1, 1] } };
}

/** The changed set-up with the padding of "same" worked out anew. */
function anew<Setup extends HasSliding>(
  { same, sliding }: Setup,
  changed: Setup | undefined,
): Setup | undefined {
  if (!changed || !same || !hasPadding(sliding)) return undefined;
  return { ...changed, sliding: { ...changed.sliding, pad: same } };
}

function hasPadding({ pad }: Sliding): boolean {
  return typeof pad === "string" || pad.some((side) => side > 0);
}

/** Whether both steps are 1. */
function isOne(pair: readonly [number, number]): boolean {
  return pair[0] === 1 && pair[1] === 1;
}
