import { type AdaptiveTaps, adaptiveTaps } from "./adaptive-span";
import { expectOutputGradient, expectRank, imageShape } from "./expect";
import type { Taps } from "./first-maximum";
import { type Tensor, zeros } from "./tensor";
import type { Pair } from "./window";

/**
 * Adaptive average pooling: each output is the mean of its span (`adaptiveSpan`) of rows and columns.
 * An output size of 1 is global average pooling. x: N×C×H×W; y: N×C×outputSize.
 *
 * @throws KernelError ERR_SHAPE or ERR_NUMBER
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html
 * @example adaptiveAvgPool2d(tensor([1, 1, 2, 2], [1, 2, 3, 6]), 1).data // [3]
 */
export function adaptiveAvgPool2d(x: Tensor, outputSize: Pair): Tensor {
  const taps = adaptiveTaps(x.shape, outputSize);
  const { batch, channels, planes, width } = imageShape(x.shape, "The input x");
  const y = zeros([batch, channels, taps.rows.length, taps.columns.length]);
  eachSpan(planes, x.shape, taps, (output, planeStart, rows, columns) => {
    let sum = 0;
    for (let row = rows.first; row < rows.end; row++) {
      for (let column = columns.first; column < columns.end; column++) {
        sum += x.data[planeStart + row * width + column]!;
      }
    }
    y.data[output] = sum / cellsOf(rows, columns);
  });
  return y;
}

/**
 * Back through adaptive average pooling: every ∂L/∂Y cell is shared out evenly over its span; spans may overlap,
 * and where they do the shares add. The output size is read from dy: N×C×outHeight×outWidth.
 *
 * @throws KernelError ERR_SHAPE or ERR_GRADIENT
 * @example adaptiveAvgPool2dGradient(tensor([1, 1, 1, 1], [8]), [1, 1, 2, 2]).data // [2, 2, 2, 2]
 */
export function adaptiveAvgPool2dGradient(dy: Tensor, xShape: readonly number[]): Tensor {
  const { batch, channels, planes, width } = imageShape(xShape, "The input x");
  expectRank(dy.shape, 4, "The gradient ∂L/∂Y", "N×C×H×W");
  const [, , outHeight = 0, outWidth = 0] = dy.shape;
  expectOutputGradient(dy, [batch, channels, outHeight, outWidth]);
  const dx = zeros(xShape);
  const taps = adaptiveTaps(xShape, [outHeight, outWidth]);
  eachSpan(planes, xShape, taps, (output, planeStart, rows, columns) => {
    const share = dy.data[output]! / cellsOf(rows, columns);
    for (let row = rows.first; row < rows.end; row++) {
      for (let column = columns.first; column < columns.end; column++) {
        dx.data[planeStart + row * width + column]! += share;
      }
    }
  });
  return dx;
}

function eachSpan(
  planes: number,
  xShape: readonly number[],
  taps: AdaptiveTaps,
  visit: (output: number, planeStart: number, rows: Taps, columns: Taps) => void,
): void {
  const area = (xShape[2] ?? 0) * (xShape[3] ?? 0);
  let output = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (const rows of taps.rows) {
      for (const columns of taps.columns) visit(output++, plane * area, rows, columns);
    }
  }
}

function cellsOf(rows: Taps, columns: Taps): number {
  return (rows.end - rows.first) * (columns.end - columns.first);
}
