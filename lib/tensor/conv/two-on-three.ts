import type { ConvGeometry } from "./conv-geometry";
import type { WindowAxis } from "../window";

/**
 * A first example: one filter of 2×2 taps over one plane of 3×3 cells. So small a plane that to find where its windows
 * lie would cost more than its sums, which are written out here. Its output has the filter's size, so the gradient of the
 * weights is the same sum, with dy for the filter.
 */
export function isTwoOnThree({ batch, inChannels, outChannels, height, width }: ConvGeometry) {
  const isAlone = batch === 1 && inChannels === 1 && outChannels === 1;
  return isAlone && slidesOnThree(height) && slidesOnThree(width);
}

function slidesOnThree({ inSize, kernel, outSize, stride, dilation, padBefore }: WindowAxis) {
  const sizes = inSize === 3 && kernel === 2 && outSize === 2;
  return sizes && stride === 1 && dilation === 1 && padBefore === 0;
}

/** y[i, j] = bias + Σ w[u, v]·x[i + u, j + v]. */
export function slideTwoOnThree(
  x: Float64Array,
  w: Float64Array,
  bias: number,
  y: Float64Array,
): void {
  const topLeft = w[0]!;
  const topRight = w[1]!;
  const bottomLeft = w[2]!;
  const bottomRight = w[3]!;
  const above = x[1]!;
  const left = x[3]!;
  const middle = x[4]!;
  const right = x[5]!;
  const below = x[7]!;
  y[0] = bias + (topLeft * x[0]! + topRight * above + bottomLeft * left + bottomRight * middle);
  y[1] = bias + (topLeft * above + topRight * x[2]! + bottomLeft * middle + bottomRight * right);
  y[2] = bias + (topLeft * left + topRight * middle + bottomLeft * x[6]! + bottomRight * below);
  y[3] = bias + (topLeft * middle + topRight * right + bottomLeft * below + bottomRight * x[8]!);
}
