import { adaptiveSpan } from "./adaptive-span";
import { imageShape } from "../expect";
import { type InnerWindows, innerWindows } from "./unrolled-windows";
import {
  type Pair,
  type Window,
  type WindowAxis,
  dilatedSize,
  pairOf,
  wholeNumber,
} from "../window";

/** Along one axis, the input cells of every output: first[i], first[i] + step, … before end[i]. */
export interface AxisTaps {
  readonly first: readonly number[];
  readonly end: readonly number[];
  readonly step: number;
  /** How many cells an average's divisor counts along this axis. */
  readonly counted: readonly number[];
}

/** The input cells of every output of a pooling layer, row by row and column by column. */
export interface PoolTaps {
  readonly rows: AxisTaps;
  readonly columns: AxisTaps;
  /** Those of them that loops of their own serve; an optimization that changes no result. */
  readonly inner?: InnerWindows | undefined;
}

/** The taps of a sliding window; its divisor counts the padding or does not, and never what lies beyond the padding. */
export function windowTaps(window: Window, countPadding: boolean): PoolTaps {
  return {
    rows: tapsOfWindows(window.height, countPadding),
    columns: tapsOfWindows(window.width, countPadding),
    inner: innerWindows(window),
  };
}

/**
 * The taps of adaptive pooling over an N×C×H×W input.
 *
 * @throws KernelError ERR_SHAPE for another rank, ERR_NUMBER for an output size below 1
 */
export function adaptiveTaps(xShape: readonly number[], outputSize: Pair): PoolTaps {
  const { height, width } = imageShape(xShape, "The input x");
  const [outHeight, outWidth] = pairOf(outputSize);
  return {
    rows: tapsOfSpans(height, outHeight, "height"),
    columns: tapsOfSpans(width, outWidth, "width"),
  };
}

function tapsOfWindows(axis: WindowAxis, countPadding: boolean): AxisTaps {
  const { outSize, stride, padBefore, padAfter, inSize, kernel, dilation: step } = axis;
  const reach = dilatedSize(kernel, step);
  const [first, end, counted]: [number[], number[], number[]] = [[], [], []];
  for (let position = 0; position < outSize; position++) {
    const start = position * stride - padBefore;
    const inside = start >= 0 ? start : start + Math.ceil(-start / step) * step;
    const stop = Math.min(start + reach, inSize);
    first.push(inside);
    end.push(stop);
    const counts = countPadding
      ? Math.min(start + reach, inSize + padAfter) - start
      : stop - inside;
    counted.push(Math.max(Math.ceil(counts / step), 0));
  }
  return { first, end, step, counted };
}

function tapsOfSpans(inSize: number, outSize: number, axis: "height" | "width"): AxisTaps {
  wholeNumber(inSize, 1, `input's ${axis}`);
  wholeNumber(outSize, 1, `output_size along the ${axis}`);
  const [first, end, counted]: [number[], number[], number[]] = [[], [], []];
  for (let position = 0; position < outSize; position++) {
    const span = adaptiveSpan(inSize, outSize, position);
    first.push(span.start);
    end.push(span.end);
    counted.push(span.end - span.start);
  }
  return { first, end, step: 1, counted };
}
