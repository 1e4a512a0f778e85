import { KernelError, written } from "../errors";
import { type ConvGeometry, checkGroups, checkRank4, inputShapeOf } from "./conv-geometry";
import {
  type AxisName,
  type Pair,
  type Sides,
  type WindowAxis,
  checkLength,
  paddingSides,
  resolveSteps,
} from "../window";

/** A transposed convolution's options, by PyTorch's names. */
export interface ConvTranspose2dOptions {
  readonly stride?: Pair;
  readonly padding?: Pair;
  /** [top, left, bottom, right]; used in place of `padding` where it is given. */
  readonly pad?: Sides;
  readonly dilation?: Pair;
  readonly groups?: number;
  /** Rows and columns added at the bottom and right; fewer than the stride or than the dilation. */
  readonly output_padding?: Pair;
}

/**
 * The sizes of a transposed convolution of x (N×Cin×H×W) with w (Cin×Cout/groups×kH×kW), given as those of the
 * convolution that it transposes: `height.inSize` and `inChannels` are the transposed output's,
 * `height.outSize` and `outChannels` are x's.
 *
 * @throws KernelError ERR_SHAPE, ERR_CHANNELS, ERR_STRIDE, ERR_NUMBER or ERR_MEMORY as for a convolution;
 *   ERR_PADDING where output_padding ≥ max(stride, dilation); ERR_WINDOW where nothing is left of the output
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html
 * @example convTranspose2dGeometry([1, 8, 7, 7], [8, 4, 4, 4], { stride: 2, padding: 1 }).height.inSize // 14
 */
export function convTranspose2dGeometry(
  xShape: readonly number[],
  wShape: readonly number[],
  options: ConvTranspose2dOptions = {},
): ConvGeometry {
  checkRank4("input", "N×C×H×W", xShape);
  checkRank4("weights", "Cin×Cout/groups×kH×kW", wShape);
  const groups = options.groups ?? 1;
  if (wShape[0] !== xShape[1]) throw channelsDiffer(xShape, wShape);
  const inChannels = wShape[1]! * groups;
  checkGroups(xShape[1]!, inChannels, groups);
  return {
    batch: xShape[0]!,
    inChannels,
    outChannels: xShape[1]!,
    groups,
    height: transposedAxis("height", xShape[2]!, wShape[2]!, options),
    width: transposedAxis("width", xShape[3]!, wShape[3]!, options),
  };
}

/**
 * The transposed convolution's output shape, N×Cout×H′×W′ with
 * H′ = (H − 1)·stride − padTop − padBottom + D(kH − 1) + output_padding + 1.
 *
 * @throws KernelError as `convTranspose2dGeometry` does
 * @example convTranspose2dOutputShape([1, 8, 7, 7], [8, 4, 4, 4], { stride: 2, padding: 1 }) // [1, 4, 14, 14]
 */
export function convTranspose2dOutputShape(
  xShape: readonly number[],
  wShape: readonly number[],
  options?: ConvTranspose2dOptions,
): number[] {
  return inputShapeOf(convTranspose2dGeometry(xShape, wShape, options));
}

function transposedAxis(
  axis: AxisName,
  size: number,
  kernel: number,
  options: ConvTranspose2dOptions,
): WindowAxis {
  const { stride, dilation, span } = resolveSteps(axis, size, kernel, options);
  const [padBefore, padAfter] = paddingSides(axis, options.padding, options.pad);
  const extra = outputPadding(axis, stride, dilation, options.output_padding);
  const full = (size - 1) * stride + span + extra;
  checkLength(axis, full + padBefore + padAfter);
  const inSize = full - padBefore - padAfter;
  if (inSize < 1) {
    throw new KernelError(
      "ERR_WINDOW",
      `Along the ${axis} the output would have (${size} − 1)·${stride} − ${padBefore} − ${padAfter} + ${dilation}·(${kernel} − 1) + ${extra} + 1 = ` +
        `${inSize} cells. Padding crops a transposed convolution: both sides together may take at most ${full - 1} of its ${full}.`,
    );
  }
  return { inSize, kernel, stride, dilation, padBefore, padAfter, outSize: size };
}

function outputPadding(
  axis: AxisName,
  stride: number,
  dilation: number,
  padding: Pair | undefined,
): number {
  const [extra] = paddingSides(axis, padding);
  const bound = Math.max(stride, dilation);
  if (extra >= bound) {
    throw new KernelError(
      "ERR_PADDING",
      `Along the ${axis} the output padding is ${extra}; at most ${bound - 1} would fit, less than the stride ${stride} or the dilation ${dilation}.`,
    );
  }
  return extra;
}

function channelsDiffer(xShape: readonly number[], wShape: readonly number[]): KernelError {
  const fitting = [xShape[1], ...wShape.slice(1)].join(", ");
  return new KernelError(
    "ERR_CHANNELS",
    `The input has ${xShape[1]} channels, but transposed weights of shape ${written(wShape)} (Cin×Cout/groups×kH×kW) read ${wShape[0]}. ` +
      `Weights of shape [${fitting}] or an input of ${wShape[0]} channels would fit.`,
  );
}
