import { type Tensor, zeros } from "../tensor";
import { add, cellByCell, eachCell, range, read, sizeAt, sumOver } from "./cells";

/**
 * A fully connected layer from the weights' side: every weight carries its feature of each row to its output.
 *
 * @example linear(tensor([1, 2], [1, 2]), tensor([1, 2], [3, 4]), tensor([1], [5])).data // [16]
 */
export function linear(x: Tensor, w: Tensor, b?: Tensor): Tensor {
  const y = cellByCell([sizeAt(x, 0), sizeAt(w, 0)], (_, o = 0) => (b ? read(b, o) : 0));
  eachCell(w.shape, ([o = 0, i = 0]) => {
    for (const n of range(sizeAt(x, 0))) add(y, [n, o], read(x, n, i) * read(w, o, i));
  });
  return y;
}

/**
 * ∂L/∂X, every cell by its own sum over the outputs it reaches.
 *
 * @example linearInputGradient(tensor([1, 1], [2]), tensor([1, 2], [3, 4])).data // [6, 8]
 */
export function linearInputGradient(dy: Tensor, w: Tensor): Tensor {
  return cellByCell([sizeAt(dy, 0), sizeAt(w, 1)], (n = 0, i = 0) =>
    sumOver(range(sizeAt(w, 0)), (o) => read(dy, n, o) * read(w, o, i)),
  );
}

/**
 * ∂L/∂w, every cell by its own sum over the batch.
 *
 * @example linearWeightGradient(tensor([1, 2], [1, 2]), tensor([1, 1], [3])).data // [3, 6]
 */
export function linearWeightGradient(x: Tensor, dy: Tensor): Tensor {
  return cellByCell([sizeAt(dy, 1), sizeAt(x, 1)], (o = 0, i = 0) =>
    sumOver(range(sizeAt(x, 0)), (n) => read(dy, n, o) * read(x, n, i)),
  );
}

/**
 * ∂L/∂b: every ∂L/∂Y cell is added to its output's bias.
 *
 * @example linearBiasGradient(tensor([2, 1], [3, 4])).data // [7]
 */
export function linearBiasGradient(dy: Tensor): Tensor {
  const db = zeros([sizeAt(dy, 1)]);
  eachCell(dy.shape, ([n = 0, o = 0]) => add(db, [o], read(dy, n, o)));
  return db;
}
