import type { Maxima } from "../pooling/pool-sweep";
import type { PoolOptions } from "../pooling/pool-window";
import type { Tensor } from "../tensor";
import { cellByCell, eachCell, range, read, sizeAt, sumOver } from "./cells";
import { walkPlane, windowsOn } from "./window-walk";

/**
 * Max pooling from the input's side: every input cell in row-major order offers itself to each window it lies in, and
 * takes the place of a smaller value, so the first of equals stays.
 *
 * @example maxPool2d(tensor([1, 1, 2, 2], [1, 4, 4, 0]), { kernel: 2 }).indices.data // [1]
 */
export function maxPool2d(x: Tensor, options: PoolOptions): Maxima {
  const { rows, columns } = walkPlane(x.shape, options);
  return offerToWindows(
    x,
    [rows.starts.length, columns.starts.length],
    (row) => windowsOn(row, rows),
    (column) => windowsOn(column, columns),
  );
}

/**
 * Back through max pooling from the input's side: every input cell gathers the ∂L/∂Y of the outputs that name it.
 *
 * @example maxPool2dGradient(tensor([1, 1, 1, 1], [5]), tensor([1, 1, 1, 1], [2]), [1, 1, 2, 2]).data // [0, 0, 5, 0]
 */
export function maxPool2dGradient(dy: Tensor, indices: Tensor, xShape: readonly number[]): Tensor {
  const width = xShape[3] ?? 0;
  return cellByCell(xShape, (n = 0, c = 0, row = 0, column = 0) =>
    sumOver(range(sizeAt(dy, 2)), (i) =>
      sumOver(
        range(sizeAt(dy, 3)).filter((j) => read(indices, n, c, i, j) === row * width + column),
        (j) => read(dy, n, c, i, j),
      ),
    ),
  );
}

/** Offers every cell to the outputs named by the two functions; shared with adaptive pooling's twin. */
export function offerToWindows(
  x: Tensor,
  outSize: readonly [height: number, width: number],
  outRowsOf: (row: number) => number[],
  outColumnsOf: (column: number) => number[],
): Maxima {
  const shape = [sizeAt(x, 0), sizeAt(x, 1), ...outSize];
  const best = new Map<string, { value: number; index: number }>();
  eachCell(x.shape, ([n = 0, c = 0, row = 0, column = 0]) => {
    const offered = { value: read(x, n, c, row, column), index: row * sizeAt(x, 3) + column };
    for (const i of outRowsOf(row)) {
      for (const j of outColumnsOf(column)) {
        const place = `${n},${c},${i},${j}`;
        const held = best.get(place);
        if (!held || offered.value > held.value || Number.isNaN(offered.value))
          best.set(place, offered);
      }
    }
  });
  return {
    y: cellByCell(shape, (...at) => best.get(at.join())?.value ?? Number.NEGATIVE_INFINITY),
    indices: cellByCell(shape, (...at) => best.get(at.join())?.index ?? -1),
  };
}
