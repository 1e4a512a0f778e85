import type { Overlap } from "../pooling/max-unpool2d";
import type { Tensor } from "../tensor";
import { cellByCell, range, read, sizeAt, sumOver } from "./cells";

/**
 * Max unpooling from the output's side: every output cell looks for the values that name it, and takes the last, or
 * their sum.
 *
 * @example maxUnpool2d(tensor([1, 1, 1, 1], [7]), tensor([1, 1, 1, 1], [3]), [2, 2]).data // [0, 0, 0, 7]
 */
export function maxUnpool2d(
  x: Tensor,
  indices: Tensor,
  outputSize: readonly [height: number, width: number],
  overlap: Overlap = "overwrite",
): Tensor {
  const shape = [sizeAt(x, 0), sizeAt(x, 1), ...outputSize];
  return cellByCell(shape, (n = 0, c = 0, row = 0, column = 0) => {
    const named = range(sizeAt(x, 2)).flatMap((i) =>
      range(sizeAt(x, 3))
        .filter((j) => read(indices, n, c, i, j) === row * outputSize[1] + column)
        .map((j) => read(x, n, c, i, j)),
    );
    return overlap === "sum" ? sumOver(named, (value) => value) : (named.at(-1) ?? 0);
  });
}

/**
 * Back through max unpooling: the index taken apart into row and column, and ∂L/∂Y read there.
 *
 * @example maxUnpool2dGradient(tensor([1, 1, 2, 2], [1, 2, 3, 4]), tensor([1, 1, 1, 1], [3])).data // [4]
 */
export function maxUnpool2dGradient(dy: Tensor, indices: Tensor): Tensor {
  const width = sizeAt(dy, 3);
  return cellByCell(indices.shape, (n = 0, c = 0, i = 0, j = 0) => {
    const column = read(indices, n, c, i, j) % width;
    return read(dy, n, c, (read(indices, n, c, i, j) - column) / width, column);
  });
}
