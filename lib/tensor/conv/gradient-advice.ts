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
  const fits = [
    strideThatFits(gradHeight, gradWidth, window),
    inputThatFits(gradHeight, gradWidth, window),
  ];
  const offered = fits.filter((fit) => fit !== undefined).join(" or ");
  const needs = `${setUp(window)} needs ${height.outSize}×${width.outSize}.`;
  return offered === ""
    ? ` No stride and no input size give ${gradHeight}×${gradWidth}: ${needs}`
    : ` A ${gradHeight}×${gradWidth} gradient fits ${offered}; ${needs}`;
}

function setUp({ height, width }: Window): string {
  const padded = height.padBefore + height.padAfter + width.padBefore + width.padAfter > 0;
  const dilated = height.dilation > 1 || width.dilation > 1;
  return [
    `stride ${eitherOrBoth(height.stride, width.stride)} on a ${height.inSize}×${width.inSize} input`,
    padded
      ? `padded by [${height.padBefore}, ${width.padBefore}, ${height.padAfter}, ${width.padAfter}]`
      : "",
    `with a ${height.kernel}×${width.kernel} kernel`,
    dilated ? `of dilation ${eitherOrBoth(height.dilation, width.dilation)}` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function strideThatFits(gradHeight: number, gradWidth: number, { height, width }: Window) {
  const vertical = stridesThatFit(height, gradHeight);
  const horizontal = stridesThatFit(width, gradWidth);
  if (!vertical || !horizontal) return undefined;
  const common = Math.max(vertical.least, horizontal.least);
  if (common <= Math.min(vertical.most, horizontal.most)) return `stride ${common}`;
  return `stride [${vertical.least}, ${horizontal.least}]`;
}

/** The strides for which ⌊room/stride⌋ + 1 is this size. */
function stridesThatFit(
  axis: WindowAxis,
  size: number,
): { least: number; most: number } | undefined {
  const room =
    axis.inSize + axis.padBefore + axis.padAfter - dilatedSize(axis.kernel, axis.dilation);
  const most = size === 1 ? Infinity : Math.floor(room / (size - 1));
  const least = Math.floor(room / size) + 1;
  return size >= 1 && least <= most ? { least, most } : undefined;
}

function inputThatFits(gradHeight: number, gradWidth: number, { height, width }: Window) {
  const [inHeight, inWidth] = [smallestInput(height, gradHeight), smallestInput(width, gradWidth)];
  return inHeight >= 1 && inWidth >= 1 ? `a ${inHeight}×${inWidth} input` : undefined;
}

function smallestInput(axis: WindowAxis, size: number): number {
  if (size < 1) return 0;
  if (size === axis.outSize) return axis.inSize;
  const span = dilatedSize(axis.kernel, axis.dilation);
  return (size - 1) * axis.stride + span - axis.padBefore - axis.padAfter;
}

function eitherOrBoth(height: number, width: number): string {
  return height === width ? String(height) : `[${height}, ${width}]`;
}
