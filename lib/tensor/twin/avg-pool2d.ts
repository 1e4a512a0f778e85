import type { AvgPoolOptions } from "../pooling/avg-pool2d";
import { type Tensor, zeros } from "../tensor";
import { add, cellByCell, eachCell, read, sizeAt, sumOver } from "./cells";
import { type WalkedAxis, walkPlane, windowsOn } from "./window-walk";

/**
 * Average pooling from the input's side: every input cell adds its share to each window it lies in.
 *
 * @example avgPool2d(tensor([1, 1, 2, 2], [1, 2, 3, 6]), { kernel: 2 }).data // [3]
 */
export function avgPool2d(x: Tensor, options: AvgPoolOptions): Tensor {
  const { rows, columns } = walkPlane(x.shape, options);
  const sums = zeros([sizeAt(x, 0), sizeAt(x, 1), rows.starts.length, columns.starts.length]);
  eachCell(x.shape, ([n = 0, c = 0, row = 0, column = 0]) => {
    for (const i of windowsOn(row, rows)) {
      for (const j of windowsOn(column, columns))
        add(sums, [n, c, i, j], read(x, n, c, row, column));
    }
  });
  return cellByCell(sums.shape, (n = 0, c = 0, i = 0, j = 0) => {
    return read(sums, n, c, i, j) / cellsCounted(rows, columns, i, j, options);
  });
}

/**
 * Back through average pooling from the input's side: every input cell gathers its share of each window it lies in.
 *
 * @example avgPool2dGradient(tensor([1, 1, 1, 1], [8]), [1, 1, 2, 2], { kernel: 2 }).data // [2, 2, 2, 2]
 */
export function avgPool2dGradient(
  dy: Tensor,
  xShape: readonly number[],
  options: AvgPoolOptions,
): Tensor {
  const { rows, columns } = walkPlane(xShape, options);
  return cellByCell(xShape, (n = 0, c = 0, row = 0, column = 0) =>
    sumOver(windowsOn(row, rows), (i) =>
      sumOver(
        windowsOn(column, columns),
        (j) => read(dy, n, c, i, j) / cellsCounted(rows, columns, i, j, options),
      ),
    ),
  );
}

function cellsCounted(
  rows: WalkedAxis,
  columns: WalkedAxis,
  i: number,
  j: number,
  { countIncludePad = true }: AvgPoolOptions,
): number {
  const counted = (axis: WalkedAxis, window: number) =>
    axis.taps
      .map((tap) => (axis.starts[window] ?? 0) + tap)
      .filter((cell) =>
        countIncludePad ? cell < axis.inSize + axis.padAfter : cell >= 0 && cell < axis.inSize,
      ).length;
  return counted(rows, i) * counted(columns, j) || 1;
}
