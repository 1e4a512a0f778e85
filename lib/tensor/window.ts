import { KernelError } from "./errors";

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

/** A pair's entry for one axis. @example along("width", [2, 3]) // 3 */
export function along(axis: AxisName, value: Pair): number {
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
  const stride = options.stride === undefined ? 1 : along(axis, options.stride);
  const dilation = options.dilation === undefined ? 1 : along(axis, options.dilation);
  checkSizes(axis, inSize, kernel, stride, dilation);
  const span = dilatedSize(kernel, dilation);
  const padBefore = paddingBefore(axis, inSize, span, stride, options);
  const padAfter = paddingAfter(axis, inSize, span, stride, options);
  checkLength(axis, inSize + padBefore + padAfter);
  const room = inSize + padBefore + padAfter - span;
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
  if (!Number.isInteger(value) || value < least) throw notWhole(value, least, what, code);
  return value;
}

/** Refuses sizes, strides and dilations that are not whole numbers of 1 or more. */
export function checkSizes(
  axis: AxisName,
  inSize: number,
  kernel: number,
  stride: number,
  dilation: number,
): void {
  if (!isCount(inSize)) throw notWhole(inSize, 1, `input's ${axis}`);
  if (!isCount(kernel)) throw notWhole(kernel, 1, `kernel's ${axis}`);
  if (!isCount(stride)) throw notWhole(stride, 1, `stride along the ${axis}`, "ERR_STRIDE");
  if (!isCount(dilation)) throw notWhole(dilation, 1, `dilation along the ${axis}`);
  checkLength(axis, inSize);
  checkLength(axis, dilatedSize(kernel, dilation));
}

/** Refuses an axis beyond `MAX_AXIS`. */
export function checkLength(axis: AxisName, length: number): void {
  if (length > MAX_AXIS) {
    throw new KernelError(
      "ERR_MEMORY",
      `Along the ${axis} ${length} cells would be covered; an axis, padding and dilation included, may have at most ${MAX_AXIS}.`,
    );
  }
}

/** One side of a padding given by number, checked. */
export function paddingSide(axis: AxisName, value: number | undefined): number {
  if (value === undefined || !Number.isInteger(value) || value < 0) {
    throw notWhole(value, 0, `padding along the ${axis}`, "ERR_PADDING");
  }
  return value;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

function notWhole(
  value: number | undefined,
  least: number,
  what: string,
  code: "ERR_NUMBER" | "ERR_STRIDE" | "ERR_PADDING" = "ERR_NUMBER",
): KernelError {
  return new KernelError(
    code,
    `The ${what} is ${value}; it must be a whole number of at least ${least}.`,
  );
}

function paddingBefore(
  axis: AxisName,
  inSize: number,
  span: number,
  stride: number,
  options: WindowOptions,
): number {
  if (options.pad) return paddingSide(axis, options.pad[axis === "height" ? 0 : 1]);
  const padding = options.padding;
  if (padding === undefined || padding === "valid") return 0;
  if (padding === "same") return Math.floor(paddingForSame(inSize, span, stride) / 2);
  if (padding === "same_lower") return Math.ceil(paddingForSame(inSize, span, stride) / 2);
  return paddingSide(axis, along(axis, padding));
}

function paddingAfter(
  axis: AxisName,
  inSize: number,
  span: number,
  stride: number,
  options: WindowOptions,
): number {
  if (options.pad) return paddingSide(axis, options.pad[axis === "height" ? 2 : 3]);
  const padding = options.padding;
  if (padding === undefined || padding === "valid") return 0;
  if (padding === "same") return Math.ceil(paddingForSame(inSize, span, stride) / 2);
  if (padding === "same_lower") return Math.floor(paddingForSame(inSize, span, stride) / 2);
  return paddingSide(axis, along(axis, padding));
}

function paddingForSame(inSize: number, span: number, stride: number): number {
  return Math.max((Math.ceil(inSize / stride) - 1) * stride + span - inSize, 0);
}

function positions(
  axis: AxisName,
  room: number,
  endOfStarts: number,
  stride: number,
  rounding: Rounding | undefined,
): number {
  if (stride === 1) return room + 1;
  if (rounding === "exact" && room % stride !== 0) throw notExact(axis, room, stride);
  const whole = Math.floor(room / stride) + 1;
  if (rounding !== "ceil" || room % stride === 0 || whole * stride >= endOfStarts) return whole;
  return whole + 1;
}

function notExact(axis: AxisName, room: number, stride: number): KernelError {
  const left = room % stride;
  return new KernelError(
    "ERR_EXACT",
    `Along the ${axis} the window can move ${room} cells, which steps of ${stride} do not divide: ` +
      `${room}/${stride} leaves ${left} over. Padding of ${stride - left} more, or an input ${left} smaller, would make it fit.`,
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
  return new KernelError(
    "ERR_WINDOW",
    `Along the ${axis} the window covers ${span} cells${dilated}, but the padded input has only ` +
      `${inSize} + ${padBefore} + ${padAfter} = ${padded}. ` +
      `A kernel of at most ${Math.floor((padded - 1) / dilation) + 1}, or ${cells(span - padded)} more of padding, would fit.`,
  );
}

function cells(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}
