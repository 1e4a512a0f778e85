import { imageShape } from "./expect";
import type { Taps } from "./first-maximum";
import { type Pair, pairOf, wholeNumber } from "./window";

/**
 * The input cells that the i-th output of adaptive pooling covers: start = ⌊i·in/out⌋, end = ⌈(i + 1)·in/out⌉
 * (one past the last).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html
 * @example adaptiveSpan(5, 3, 1) // { start: 1, end: 4 }
 */
export function adaptiveSpan(
  inSize: number,
  outSize: number,
  i: number,
): { readonly start: number; readonly end: number } {
  return {
    start: Math.floor((i * inSize) / outSize),
    end: Math.ceil(((i + 1) * inSize) / outSize),
  };
}

/** The rows and the columns that each output of adaptive pooling covers. */
export interface AdaptiveTaps {
  readonly rows: readonly Taps[];
  readonly columns: readonly Taps[];
}

/**
 * The spans of adaptive pooling along both axes of an N×C×H×W input.
 *
 * @throws KernelError ERR_SHAPE for another rank, ERR_NUMBER for an output size below 1
 * @example adaptiveTaps([1, 1, 4, 4], 2).rows.length // 2
 */
export function adaptiveTaps(xShape: readonly number[], outputSize: Pair): AdaptiveTaps {
  const { height, width } = imageShape(xShape, "The input x");
  const [outHeight, outWidth] = pairOf(outputSize);
  return {
    rows: spans(wholeNumber(height, 1, "input's height"), outHeight, "height"),
    columns: spans(wholeNumber(width, 1, "input's width"), outWidth, "width"),
  };
}

function spans(inSize: number, outSize: number, axis: "height" | "width"): Taps[] {
  wholeNumber(outSize, 1, `output_size along the ${axis}`);
  return Array.from({ length: outSize }, (_, i) => {
    const { start, end } = adaptiveSpan(inSize, outSize, i);
    return { first: start, end, step: 1 };
  });
}
