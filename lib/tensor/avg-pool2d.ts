import { expectOutputGradient, imageShape } from "./expect";
import { type PoolOptions, endInside, firstInside, poolWindow } from "./pool-window";
import { type Tensor, zeros } from "./tensor";
import type { Window, WindowAxis } from "./window";

/** Average pooling's window; by default the padding counts in the divisor, as in PyTorch. */
export interface AvgPoolOptions extends PoolOptions {
  readonly countIncludePad?: boolean;
}

/** The taps of one window along one axis that meet the input, and how many the divisor counts. */
interface CountedTaps {
  readonly first: number;
  readonly end: number;
  readonly step: number;
  readonly counted: number;
}

/**
 * Average pooling: y[n, c, i, j] = (Σ of the window) / divisor, the padding being zeros.
 * The divisor counts the window's cells in the input and, unless `countIncludePad` is false, in the padding;
 * never those in the overhang that rounding up adds. A window without a cell to count gives 0.
 * x: N×C×H×W; y: N×C×Hout×Wout.
 *
 * @throws KernelError as `poolWindow`
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html
 * @example avgPool2d(tensor([1, 1, 2, 2], [1, 2, 3, 6]), { kernel: 2 }).data // [3]
 */
export function avgPool2d(x: Tensor, options: AvgPoolOptions): Tensor {
  const window = poolWindow(x.shape, options);
  const { batch, channels } = imageShape(x.shape, "The input x");
  const y = zeros([batch, channels, window.height.outSize, window.width.outSize]);
  eachWindow(batch * channels, window, options, (output, planeStart, rows, columns) => {
    y.data[output] =
      sumOf(x.data, planeStart, window.width.inSize, rows, columns) / divisor(rows, columns);
  });
  return y;
}

/**
 * Back through average pooling: every ∂L/∂Y cell is divided as its window was and added to each of the window's
 * input cells; what falls on the padding is lost.
 *
 * @throws KernelError ERR_GRADIENT, or as `poolWindow`
 * @example avgPool2dGradient(tensor([1, 1, 1, 1], [8]), [1, 1, 2, 2], { kernel: 2 }).data // [2, 2, 2, 2]
 */
export function avgPool2dGradient(
  dy: Tensor,
  xShape: readonly number[],
  options: AvgPoolOptions,
): Tensor {
  const window = poolWindow(xShape, options);
  const { batch, channels } = imageShape(xShape, "The input x");
  expectOutputGradient(dy, [batch, channels, window.height.outSize, window.width.outSize]);
  const dx = zeros(xShape);
  eachWindow(batch * channels, window, options, (output, planeStart, rows, columns) => {
    const share = dy.data[output]! / divisor(rows, columns);
    for (let row = rows.first; row < rows.end; row += rows.step) {
      for (let column = columns.first; column < columns.end; column += columns.step) {
        dx.data[planeStart + row * window.width.inSize + column]! += share;
      }
    }
  });
  return dx;
}

function eachWindow(
  planes: number,
  window: Window,
  options: AvgPoolOptions,
  visit: (output: number, planeStart: number, rows: CountedTaps, columns: CountedTaps) => void,
): void {
  const withPadding = options.countIncludePad ?? true;
  const rows = countedTaps(window.height, withPadding);
  const columns = countedTaps(window.width, withPadding);
  const area = window.height.inSize * window.width.inSize;
  let output = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (const row of rows) {
      for (const column of columns) visit(output++, plane * area, row, column);
    }
  }
}

function countedTaps(axis: WindowAxis, withPadding: boolean): CountedTaps[] {
  const step = axis.dilation;
  return Array.from({ length: axis.outSize }, (_, position) => {
    const start = position * axis.stride - axis.padBefore;
    const first = firstInside(start, step);
    const end = endInside(start, axis, axis.inSize);
    const from = withPadding ? start : first;
    const to = withPadding ? endInside(start, axis, axis.inSize + axis.padAfter) : end;
    return { first, end, step, counted: Math.max(Math.ceil((to - from) / step), 0) };
  });
}

function divisor(rows: CountedTaps, columns: CountedTaps): number {
  return Math.max(rows.counted * columns.counted, 1);
}

function sumOf(
  data: Float64Array,
  planeStart: number,
  planeWidth: number,
  rows: CountedTaps,
  columns: CountedTaps,
): number {
  let sum = 0;
  for (let row = rows.first; row < rows.end; row += rows.step) {
    const rowStart = planeStart + row * planeWidth;
    for (let column = columns.first; column < columns.end; column += columns.step) {
      sum += data[rowStart + column]!;
    }
  }
  return sum;
}
