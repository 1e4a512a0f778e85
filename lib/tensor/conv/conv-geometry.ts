import { KernelError, written } from "../errors";
import { type WindowAxis, type WindowOptions, isWhole, resolveAxis, wholeNumber } from "../window";

/** A convolution's options, by PyTorch's names. */
export type Conv2dOptions = WindowOptions & { readonly groups?: number };

/** A convolution's sizes, resolved and checked: all that the loops need to know. */
export interface ConvGeometry {
  readonly batch: number;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly groups: number;
  readonly height: WindowAxis;
  readonly width: WindowAxis;
}

/**
 * The sizes of a convolution of x (N×Cin×H×W) with w (Cout×Cin/groups×kH×kW).
 *
 * @throws KernelError ERR_SHAPE where a rank is not 4, ERR_CHANNELS where channels, groups and weights do not
 *   fit, and what `resolveWindow` throws
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html
 * @example conv2dGeometry([1, 3, 32, 32], [10, 3, 5, 5], { padding: 2 }).height.outSize // 32
 */
export function conv2dGeometry(
  xShape: readonly number[],
  wShape: readonly number[],
  options: Conv2dOptions = {},
): ConvGeometry {
  checkRank4("input", "N×C×H×W", xShape);
  checkRank4("weights", "Cout×Cin/groups×kH×kW", wShape);
  const groups = options.groups ?? 1;
  const inChannels = xShape[1]!;
  const outChannels = wShape[0]!;
  checkGroups(inChannels, outChannels, groups);
  if (wShape[1]! * groups !== inChannels) throw channelsDiffer(xShape, wShape, groups);
  return {
    batch: xShape[0]!,
    inChannels,
    outChannels,
    groups,
    height: resolveAxis("height", xShape[2]!, wShape[2]!, options),
    width: resolveAxis("width", xShape[3]!, wShape[3]!, options),
  };
}

/**
 * The output's shape, N×Cout×H′×W′ with H′ = ⌊(H + padTop + padBottom − D(kH − 1) − 1)/stride⌋ + 1.
 *
 * @throws KernelError as `conv2dGeometry` does
 * @example conv2dOutputShape([1, 1, 4, 4], [1, 1, 2, 2], { stride: 2 }) // [1, 1, 2, 2]
 */
export function conv2dOutputShape(
  xShape: readonly number[],
  wShape: readonly number[],
  options?: Conv2dOptions,
): number[] {
  return outputShapeOf(conv2dGeometry(xShape, wShape, options));
}

/** N×Cout×H′×W′ of a resolved convolution. */
export function outputShapeOf(geometry: ConvGeometry): number[] {
  return [geometry.batch, geometry.outChannels, geometry.height.outSize, geometry.width.outSize];
}

/** N×Cin×H×W of a resolved convolution. */
export function inputShapeOf(geometry: ConvGeometry): number[] {
  return [geometry.batch, geometry.inChannels, geometry.height.inSize, geometry.width.inSize];
}

/** Cout×Cin/groups×kH×kW of a resolved convolution. */
export function weightShapeOf(geometry: ConvGeometry): number[] {
  const { inChannels, outChannels, groups, height, width } = geometry;
  return [outChannels, inChannels / groups, height.kernel, width.kernel];
}

/** Refuses a shape that has not four axes, or a batch or channel count that is no whole number ≥ 1. */
export function checkRank4(what: string, axes: string, shape: readonly number[]): void {
  if (shape.length === 4 && isWhole(shape[0]!, 1) && isWhole(shape[1]!, 1)) return;
  throw new KernelError(
    "ERR_SHAPE",
    `The ${what} of rank ${shape.length} has shape ${written(shape)}; ${axes} of rank 4 is needed, each size a whole number of at least 1.`,
  );
}

/** Refuses groups that do not divide the channels on both sides. */
export function checkGroups(inChannels: number, outChannels: number, groups: number): void {
  wholeNumber(groups, 1, "number of groups");
  if (inChannels % groups !== 0 || outChannels % groups !== 0) {
    throw new KernelError(
      "ERR_CHANNELS",
      `${groups} groups do not divide ${inChannels} input channels and ${outChannels} output channels; ` +
        `groups that divide both: ${commonDivisors(inChannels, outChannels).join(", ")}.`,
    );
  }
}

function commonDivisors(a: number, b: number): number[] {
  const upTo = Math.min(a, b, 1024);
  return Array.from({ length: upTo }, (_, index) => index + 1).filter(
    (candidate) => a % candidate === 0 && b % candidate === 0,
  );
}

function channelsDiffer(
  xShape: readonly number[],
  wShape: readonly number[],
  groups: number,
): KernelError {
  const [inChannels, read] = [xShape[1]!, wShape[1]!];
  const expected = inChannels / groups;
  const divided = groups === 1 ? "" : ` / ${groups} groups = ${expected}`;
  const fitting = [wShape[0]!, expected, wShape[2]!, wShape[3]!];
  const advice =
    inChannels % read === 0 && wShape[0]! % (inChannels / read) === 0
      ? `, or ${inChannels / read} groups`
      : "";
  return new KernelError(
    "ERR_CHANNELS",
    `The input has ${inChannels} channels${divided}, but each filter of shape ${written(wShape)} reads ${read}. ` +
      `Weights of shape ${written(fitting)}${advice} or an input of ${read * groups} channels would fit.`,
  );
}
