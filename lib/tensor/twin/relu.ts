import type { Tensor } from "../tensor";
import { cellByCell, read } from "./cells";

/** The rectifier as a maximum. @example relu(tensor([3], [-1, 0, 2])).data // [0, 0, 2] */
export function relu(x: Tensor): Tensor {
  return cellByCell(x.shape, (...at) => Math.max(0, read(x, ...at)));
}

/**
 * Back through the rectifier as a product with its slope, max(sign x, 0).
 *
 * @example reluGradient(tensor([3], [-1, 0, 2]), tensor([3], [5, 6, 7])).data // [0, 0, 7]
 */
export function reluGradient(x: Tensor, dy: Tensor): Tensor {
  return cellByCell(x.shape, (...at) => Math.max(Math.sign(read(x, ...at)), 0) * read(dy, ...at));
}
