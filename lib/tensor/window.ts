import { KernelError } from "./errors";

/** One number for both axes, or [height, width]. */
export type Pair = number | readonly [height: number, width: number];

/** How the number of window positions is rounded where the stride does not divide; "exact" refuses. */
export type Rounding = "floor" | "ceil" | "exact";

/** Where a window slides: the options that convolution and pooling share, by PyTorch's names. */
export interface WindowOptions {
  readonly stride?: Pair;
  /** "same" gives ⌈in/stride⌉ outputs, an odd total of padding putting the extra cell at the end. */
  readonly padding?: Pair | "same" | "same_lower" | "valid";
  /** [top, left, bottom, right]; used in place of `padding` where it is given. */
  readonly pad?: readonly [top: number, left: number, bottom: number, right: number];
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

/** Both entries of a pair. @example pairOf(2) // [2, 2] */
export function pairOf(value: Pair): readonly [number, number] {
  return typeof value === "number" ? [value, value] : value;
}

/** The cells that a dilated kernel spans: k′ = D(K − 1) + 1. @example dilatedSize(3, 2) // 5 */
export function dilatedSize(kernel: number, dilation: number): number {
  return dilation * (kernel - 1) + 1;
}

/**
 * The positions of a sliding window over an H×W plane, per axis
 * out = ⌊(in + padBefore + padAfter − k′)/stride⌋ + 1 with k′ = D(K − 1) + 1.
 * With rounding "ceil" the last window must start inside the input or its leading padding.
 *
 * @throws KernelError ERR_STRIDE, ERR_NUMBER, ERR_PADDING, ERR_WINDOW or ERR_EXACT
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
    height: resolveAxis("height", inSize[0], kernel[0], 0, options),
    width: resolveAxis("width", inSize[1], kernel[1], 1, options),
  };
}

/** A whole number of at least `least`, or a coded error that quotes it. */
export function wholeNumber(
  value: number,
  least: number,
  what: string,
  code: "ERR_NUMBER" | "ERR_STRIDE" | "ERR_PADDING" = "ERR_NUMBER",
): number {
  if (!Number.isInteger(value) || value < least) {
    throw new KernelError(
      code,
      `The ${what} is ${value}; it must be a whole number of at least ${least}.`,
    );
  }
  return value;
}

function resolveAxis(
  axis: "height" | "width",
  inSize: number,
  kernelSize: number,
  index: 0 | 1,
  options: WindowOptions,
): WindowAxis {
  const kernel = wholeNumber(kernelSize, 1, `kernel's ${axis}`);
  const stride = wholeNumber(
    pairOf(options.stride ?? 1)[index],
    1,
    `stride along the ${axis}`,
    "ERR_STRIDE",
  );
  const dilation = wholeNumber(
    pairOf(options.dilation ?? 1)[index],
    1,
    `dilation along the ${axis}`,
  );
  const span = dilatedSize(kernel, dilation);
  const [padBefore, padAfter] = paddingAlong(index, inSize, span, stride, options);
  const placed = { inSize, kernel, stride, dilation, padBefore, padAfter };
  return { ...placed, outSize: positions(axis, placed, span, options.rounding ?? "floor") };
}

function paddingAlong(
  index: 0 | 1,
  inSize: number,
  span: number,
  stride: number,
  options: WindowOptions,
): readonly [before: number, after: number] {
  if (options.pad) {
    const [before, after] = [options.pad[index], options.pad[index + 2] ?? 0];
    return [
      wholeNumber(before, 0, "padding", "ERR_PADDING"),
      wholeNumber(after, 0, "padding", "ERR_PADDING"),
    ];
  }
  const padding = options.padding ?? 0;
  if (padding === "valid") return [0, 0];
  if (padding === "same" || padding === "same_lower") {
    const total = Math.max((Math.ceil(inSize / stride) - 1) * stride + span - inSize, 0);
    const [less, more] = [Math.floor(total / 2), Math.ceil(total / 2)];
    return padding === "same" ? [less, more] : [more, less];
  }
  const both = wholeNumber(pairOf(padding)[index], 0, "padding", "ERR_PADDING");
  return [both, both];
}

function positions(
  axis: "height" | "width",
  placed: Omit<WindowAxis, "outSize">,
  span: number,
  rounding: Rounding,
): number {
  const { inSize, stride, padBefore, padAfter } = placed;
  const room = inSize + padBefore + padAfter - span;
  if (room < 0) {
    throw new KernelError(
      "ERR_WINDOW",
      `Along the ${axis} the window covers ${span} cells, but the padded input has only ` +
        `${inSize} + ${padBefore} + ${padAfter} = ${inSize + padBefore + padAfter}. ` +
        `A kernel of at most ${largestKernel(placed)} or ${-room} more cells of padding would fit.`,
    );
  }
  if (rounding === "exact" && room % stride !== 0) {
    throw new KernelError(
      "ERR_EXACT",
      `Along the ${axis} (${inSize} + ${padBefore} + ${padAfter} − ${span})/${stride} is not whole: ` +
        `${room % stride} cells are left over. ${stride - (room % stride)} more cells of padding would make it fit.`,
    );
  }
  if (rounding !== "ceil") return Math.floor(room / stride) + 1;
  const rounded = Math.ceil(room / stride) + 1;
  return (rounded - 1) * stride >= inSize + padBefore ? rounded - 1 : rounded;
}

function largestKernel(placed: Omit<WindowAxis, "outSize">): number {
  const padded = placed.inSize + placed.padBefore + placed.padAfter;
  return Math.max(Math.floor((padded - 1) / placed.dilation) + 1, 0);
}
