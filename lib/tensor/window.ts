import { KernelError, tooMuch } from "./errors";

/** One number for both axes, or [height, width]. */
export type Pair = number | readonly [height: number, width: number];

/** How the number of window positions is rounded where the stride does not divide; "exact" refuses. */
export type Rounding = "floor" | "ceil" | "exact";

/** Padding by side. */
export type Sides = readonly [top: number, left: number, bottom: number, right: number];

/** Where a window slides: the options that convolution and pooling share, by PyTorch's names. */
export interface WindowOptions {
  readonly stride?: Pair;
  /** "same" gives ⌈in/stride⌉ outputs, an odd total of padding putting the extra cell at the end. */
  readonly padding?: Pair | "same" | "same_lower" | "valid";
  /** [top, left, bottom, right]; used in place of `padding` where it is given. */
  readonly pad?: Sides;
  readonly dilation?: Pair;
  readonly rounding?: Rounding;
}

/** One axis of a sliding window, resolved and checked. */
export interface WindowAxis {
  readonly inSize: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padBefore: number;
  readonly padAfter: number;
  readonly outSize: number;
}

export interface Window {
  readonly height: WindowAxis;
  readonly width: WindowAxis;
}

/** The axes of a plane, and their places in a pair. */
export type AxisName = "height" | "width";

/**
 * The longest axis, padding included: positions along it stay whole numbers of 32 bits.
 * Beyond it the error is ERR_MEMORY.
 */
export const MAX_AXIS = 2 ** 31 - 1;

/** Both entries of a pair. @example pairOf(2) // [2, 2] */
export function pairOf(value: Pair): readonly [number, number] {
  return typeof value === "number" ? [value, value] : value;
}

/** A pair's entry for one axis, or the padding before it. */
function along(axis: AxisName, value: Pair | Sides): number {
  if (typeof value === "number") return value;
  return axis === "height" ? value[0] : value[1];
}

/** The cells that a dilated kernel spans: k′ = D(K − 1) + 1. @example dilatedSize(3, 2) // 5 */
export function dilatedSize(kernel: number, dilation: number): number {
  return dilation * (kernel - 1) + 1;
}

/**
 * The positions of a sliding window over an H×W plane, per axis
 * out = ⌊(in + padBefore + padAfter − k′)/stride⌋ + 1 with k′ = D(K − 1) + 1.
 * With rounding "ceil" the last window must start inside the input or its leading padding, and a window that is too
 * large by less than a stride still fits once, as in PyTorch.
 *
 * @throws KernelError ERR_STRIDE, ERR_NUMBER, ERR_PADDING, ERR_WINDOW, ERR_EXACT or ERR_MEMORY
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html (ceil_mode)
 * @example resolveWindow([4, 4], [2, 2], { stride: 2 }).height.outSize // 2
 */
export function resolveWindow(
  inSize: readonly [height: number, width: number],
  kernel: readonly [height: number, width: number],
  options: WindowOptions = {},
): Window {
  return {
    height: resolveAxis("height", inSize[0], kernel[0], options),
    width: resolveAxis("width", inSize[1], kernel[1], options),
  };
}

/**
 * One axis of `resolveWindow`.
 *
 * @throws KernelError as `resolveWindow` does
 * @example resolveAxis("height", 4, 2, { stride: 2 }).outSize // 2
 */
export function resolveAxis(
  axis: AxisName,
  inSize: number,
  kernel: number,
  options: WindowOptions,
): WindowAxis {
  const { stride, dilation, span } = resolveSteps(axis, inSize, kernel, options);
  const [padBefore, padAfter] = padding(axis, inSize, span, stride, options);
  const padded = inSize + padBefore + padAfter;
  checkLength(axis, padded);
  const room = padded - span;
  const least = options.rounding === "ceil" ? 1 - stride : 0;
  if (room < least) throw windowTooLarge(axis, inSize, kernel, dilation, padBefore, padAfter);
  const outSize = positions(axis, room, inSize + padBefore, stride, options.rounding);
  return { inSize, kernel, stride, dilation, padBefore, padAfter, outSize };
}

/** A whole number of at least `least`, or a coded error that quotes it. */
export function wholeNumber(
  value: number,
  least: number,
  what: string,
  code: "ERR_NUMBER" | "ERR_STRIDE" | "ERR_PADDING" = "ERR_NUMBER",
): number {
  if (isWhole(value, least)) return value;
  throw new KernelError(
    code,
    `The ${what} is ${value}; it must be a whole number of at least ${least}.`,
  );
}

/** `wholeNumber` for one axis, whose name ends `what`: the two are joined only where they are shown. */
function checkAlong(
  axis: AxisName,
  what: string,
  value: number,
  least: number,
  code?: "ERR_STRIDE" | "ERR_PADDING",
): void {
  if (!isWhole(value, least)) wholeNumber(value, least, `${what} ${axis}`, code);
}

/** Whether a number is whole and at least `least`. @example isWhole(1.5, 1) // false */
export function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

/** Along one axis the stride, the dilation and the cells that the kernel spans; with them the sizes are checked. */
export function resolveSteps(
  axis: AxisName,
  inSize: number,
  kernel: number,
  options: Pick<WindowOptions, "stride" | "dilation">,
): { readonly stride: number; readonly dilation: number; readonly span: number } {
  const stride = along(axis, options.stride ?? 1);
  const dilation = along(axis, options.dilation ?? 1);
  checkAlong(axis, "input's", inSize, 1);
  checkAlong(axis, "kernel's", kernel, 1);
  checkAlong(axis, "stride along the", stride, 1, "ERR_STRIDE");
  checkAlong(axis, "dilation along the", dilation, 1);
  const span = dilatedSize(kernel, dilation);
  checkLength(axis, inSize);
  checkLength(axis, span);
  return { stride, dilation, span };
}

/** Refuses an axis beyond `MAX_AXIS`. */
export function checkLength(axis: AxisName, length: number): void {
  if (length > MAX_AXIS) {
    throw tooMuch(
      `Along the ${axis} ${length} cells would be covered, padding and dilation included`,
      MAX_AXIS,
    );
  }
}

/** The padding before and after one axis, where it is given by number for both axes, for each, or for each side. */
export function paddingSides(
  axis: AxisName,
  given: Pair = 0,
  pad?: Sides,
): readonly [before: number, after: number] {
  const before = along(axis, pad ?? given);
  const after = pad ? pad[axis === "height" ? 2 : 3] : before;
  checkAlong(axis, "padding along the", before, 0, "ERR_PADDING");
  checkAlong(axis, "padding along the", after, 0, "ERR_PADDING");
  return [before, after];
}

function padding(
  axis: AxisName,
  inSize: number,
  span: number,
  stride: number,
  options: WindowOptions,
): readonly [before: number, after: number] {
  const given = options.padding;
  if (options.pad || (given !== "same" && given !== "same_lower")) {
    return paddingSides(axis, typeof given === "string" ? 0 : given, options.pad);
  }
  const total = Math.max((Math.ceil(inSize / stride) - 1) * stride + span - inSize, 0);
  const [less, more] = [Math.floor(total / 2), Math.ceil(total / 2)];
  return given === "same" ? [less, more] : [more, less];
}

function positions(
  axis: AxisName,
  room: number,
  endOfStarts: number,
  stride: number,
  rounding: Rounding | undefined,
): number {
  const whole = Math.floor(room / stride) + 1;
  const left = room % stride;
  if (left === 0) return whole;
  if (rounding === "exact") throw notExact(axis, room, stride, left);
  return rounding === "ceil" && whole * stride < endOfStarts ? whole + 1 : whole;
}

function notExact(axis: AxisName, room: number, stride: number, left: number): KernelError {
  return new KernelError(
    "ERR_EXACT",
    `Along the ${axis} the window can move ${room} cells, which steps of ${stride} do not divide: ` +
      `${room}/${stride} leaves ${left} over. Padding of ${stride - left} more, or an input ${left} smaller, would fit.`,
  );
}

function windowTooLarge(
  axis: AxisName,
  inSize: number,
  kernel: number,
  dilation: number,
  padBefore: number,
  padAfter: number,
): KernelError {
  const padded = inSize + padBefore + padAfter;
  const span = dilatedSize(kernel, dilation);
  const dilated = dilation === 1 ? "" : ` (${dilation}·(${kernel} − 1) + 1)`;
  const missing = span - padded;
  return new KernelError(
    "ERR_WINDOW",
    `Along the ${axis} the window covers ${span} cells${dilated}, but the padded input has only ` +
      `${inSize} + ${padBefore} + ${padAfter} = ${padded}. ` +
      `A kernel of at most ${Math.floor((padded - 1) / dilation) + 1}, or ${missing} cell${missing === 1 ? "" : "s"} more of padding, would fit.`,
  );
}
