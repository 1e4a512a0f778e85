import type { Maxima } from "../pooling/pool-sweep";
import type { Tensor } from "../tensor";
import type { Pair } from "../window";
import { cellByCell, range, read, sizeAt, sumOver } from "./cells";
import { offerToWindows } from "./max-pool2d";

/**
 * Adaptive average pooling by overlap: stretch both axes to a length of in·out; a cell belongs to an output where their
 * stretches overlap.
 *
 * @example adaptiveAvgPool2d(tensor([1, 1, 2, 2], [1, 2, 3, 6]), 1).data // [3]
 */
export function adaptiveAvgPool2d(x: Tensor, outputSize: Pair): Tensor {
  const [outHeight, outWidth] = sizes(outputSize);
  return cellByCell(
    [sizeAt(x, 0), sizeAt(x, 1), outHeight, outWidth],
    (n = 0, c = 0, i = 0, j = 0) => {
      const rows = cellsOf(i, sizeAt(x, 2), outHeight);
      const columns = cellsOf(j, sizeAt(x, 3), outWidth);
      const sum = sumOver(rows, (row) => sumOver(columns, (column) => read(x, n, c, row, column)));
      return sum / (rows.length * columns.length);
    },
  );
}

/**
 * Back through adaptive average pooling from the input's side: every cell gathers its share of the outputs that its
 * stretch overlaps.
 *
 * @example adaptiveAvgPool2dGradient(tensor([1, 1, 1, 1], [8]), [1, 1, 2, 2]).data // [2, 2, 2, 2]
 */
export function adaptiveAvgPool2dGradient(dy: Tensor, xShape: readonly number[]): Tensor {
  const [height = 0, width = 0] = xShape.slice(2);
  const [outHeight, outWidth] = [sizeAt(dy, 2), sizeAt(dy, 3)];
  return cellByCell(xShape, (n = 0, c = 0, row = 0, column = 0) =>
    sumOver(outputsOf(row, height, outHeight), (i) =>
      sumOver(outputsOf(column, width, outWidth), (j) => {
        const cells = cellsOf(i, height, outHeight).length * cellsOf(j, width, outWidth).length;
        return read(dy, n, c, i, j) / cells;
      }),
    ),
  );
}

/**
 * Adaptive max pooling from the input's side: every cell offers itself to the outputs that its stretch overlaps.
 *
 * @example adaptiveMaxPool2d(tensor([1, 1, 2, 2], [1, 2, 6, 3]), 1).indices.data // [2]
 */
export function adaptiveMaxPool2d(x: Tensor, outputSize: Pair): Maxima {
  const [outHeight, outWidth] = sizes(outputSize);
  return offerToWindows(
    x,
    [outHeight, outWidth],
    (row) => outputsOf(row, sizeAt(x, 2), outHeight),
    (column) => outputsOf(column, sizeAt(x, 3), outWidth),
  );
}

function overlap(cell: number, output: number, inSize: number, outSize: number): boolean {
  return cell * outSize < (output + 1) * inSize && output * inSize < (cell + 1) * outSize;
}

function cellsOf(output: number, inSize: number, outSize: number): number[] {
  return range(inSize).filter((cell) => overlap(cell, output, inSize, outSize));
}

function outputsOf(cell: number, inSize: number, outSize: number): number[] {
  return range(outSize).filter((output) => overlap(cell, output, inSize, outSize));
}

function sizes(outputSize: Pair): readonly [height: number, width: number] {
  return typeof outputSize === "number" ? [outputSize, outputSize] : outputSize;
}
