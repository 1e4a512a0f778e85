import type { Tensor } from "../tensor";
import { cellByCell, range, read, sizeAt, sumOver } from "./cells";

/**
 * Softmax by differences: y_k = 1 / Σ_j exp(x_j − x_k), with no maximum taken out.
 *
 * @example softmax(tensor([2], [0, Math.log(3)])).data // [0.25, 0.75]
 */
export function softmax(x: Tensor, axis = -1): Tensor {
  const along = axis < 0 ? x.shape.length + axis : axis;
  return cellByCell(x.shape, (...at) => {
    const others = range(sizeAt(x, along)).map((j) => read(x, ...at.with(along, j)));
    return 1 / sumOver(others, (other) => Math.exp(other - read(x, ...at)));
  });
}

/**
 * Back through softmax by its Jacobian written out: ∂y_j/∂x_k = y_j·([j = k] − y_k).
 *
 * @example softmaxGradient(tensor([2], [0.5, 0.5]), tensor([2], [1, 0])).data // [0.25, -0.25]
 */
export function softmaxGradient(y: Tensor, dy: Tensor, axis = -1): Tensor {
  const along = axis < 0 ? y.shape.length + axis : axis;
  return cellByCell(y.shape, (...at) =>
    sumOver(range(sizeAt(y, along)), (j) => {
      const output = at.with(along, j);
      const jacobian = read(y, ...output) * ((j === at[along] ? 1 : 0) - read(y, ...at));
      return read(dy, ...output) * jacobian;
    }),
  );
}
