import { written } from "../errors";
import { dilatedSize, type Window, type WindowAxis } from "../window";

/**
 * What would make a gradient of this height and width right: the stride or the input size that it fits, and the
 * size that the set-up as given needs. Empty where height and width are right already.
 *
 * @example // 4×4 input, 2×2 kernel, stride 1, a 2×2 gradient:
 * // " A 2×2 gradient fits stride 2 or a 3×3 input; stride 1 on a 4×4 input with a 2×2 kernel needs 3×3."
 */
export function adviceOnGradient(gradHeight: number, gradWidth: number, window: Window): string {
  const { height, width } = window;
  if (gradHeight === height.outSize && gradWidth === width.outSize) return "";
  const fitting = [
    strideThatFits(stridesThatFit(height, gradHeight), stridesThatFit(width, gradWidth)),
    inputThatFits(smallestInput(height, gradHeight), smallestInput(width, gradWidth)),
  ]
    .filter((fit) => fit !== "")
    .join(" or ");
  return (
    ` A ${gradHeight}×${gradWidth} gradient fits ${fitting || "no stride and no input size"}; ` +
    `${setUp(window)} needs ${height.outSize}×${width.outSize}.`
  );
}

function setUp({ height, width }: Window): string {
  const sides = [height.padBefore, width.padBefore, height.padAfter, width.padAfter];
  const padded = sides.some((side) => side > 0) ? ` padded by ${written(sides)}` : "";
  const dilation = eitherOrBoth(height.dilation, width.dilation);
  const dilated = dilation === "1" ? "" : ` of dilation ${dilation}`;
  return (
    `stride ${eitherOrBoth(height.stride, width.stride)} on a ${height.inSize}×${width.inSize} input${padded} ` +
    `with a ${height.kernel}×${width.kernel} kernel${dilated}`
  );
}

interface Strides {
  readonly least: number;
  readonly most: number;
}

function strideThatFits(vertical: Strides, horizontal: Strides): string {
  const common = Math.max(vertical.least, horizontal.least);
  if (common <= Math.min(vertical.most, horizontal.most)) return `stride ${common}`;
  const eachFits = vertical.least <= vertical.most && horizontal.least <= horizontal.most;
  return eachFits ? `stride ${written([vertical.least, horizontal.least])}` : "";
}

/** The strides for which ⌊room/stride⌋ + 1 is this size: none where the least is above the most. */
function stridesThatFit(axis: WindowAxis, size: number): Strides {
  const room = axis.inSize - inputForOne(axis);
  const most = size === 1 ? Infinity : Math.floor(room / (size - 1));
  return { least: size < 1 ? Infinity : Math.floor(room / size) + 1, most };
}

function inputThatFits(height: number, width: number): string {
  return height >= 1 && width >= 1 ? `a ${height}×${width} input` : "";
}

function smallestInput(axis: WindowAxis, size: number): number {
  if (size < 1) return 0;
  if (size === axis.outSize) return axis.inSize;
  return (size - 1) * axis.stride + inputForOne(axis);
}

/** The input cells that a single window needs beside the padding. */
function inputForOne(axis: WindowAxis): number {
  return dilatedSize(axis.kernel, axis.dilation) - axis.padBefore - axis.padAfter;
}

function eitherOrBoth(height: number, width: number): string {
  return height === width ? String(height) : written([height, width]);
}
