import { type Tensor, zeros } from "../tensor";
import { add, eachCell, range, read, sizeAt } from "./cells";

/**
 * The Gram matrix position by position: the sum over the image of each pixel's channels times themselves, f·fᵀ.
 *
 * @example gram(tensor([1, 2, 1, 1], [2, 3])).data // [4, 6, 6, 9]
 */
export function gram(x: Tensor, normalize = false): Tensor {
  const channels = range(sizeAt(x, 1));
  const y = zeros([sizeAt(x, 0), channels.length, channels.length]);
  eachCell([sizeAt(x, 0), 1, sizeAt(x, 2), sizeAt(x, 3)], ([n = 0, , row = 0, column = 0]) => {
    const pixel = channels.map((c) => read(x, n, c, row, column));
    pixel.forEach((a, i) => pixel.forEach((b, j) => add(y, [n, i, j], a * b)));
  });
  return divided(y, normalize ? channels.length * sizeAt(x, 2) * sizeAt(x, 3) : 1);
}

/**
 * Back through the Gram matrix by the product rule on every term y[a, b] = Σ f_a·f_b: f_a gets G[a, b]·f_b, and f_b
 * gets G[a, b]·f_a.
 *
 * @example gramGradient(tensor([1, 1, 1, 1], [3]), tensor([1, 1, 1], [1])).data // [6]
 */
export function gramGradient(x: Tensor, dy: Tensor, normalize = false): Tensor {
  const dx = zeros(x.shape);
  eachCell(dy.shape, ([n = 0, a = 0, b = 0]) => {
    eachCell(x.shape.slice(2), ([row = 0, column = 0]) => {
      add(dx, [n, a, row, column], read(dy, n, a, b) * read(x, n, b, row, column));
      add(dx, [n, b, row, column], read(dy, n, a, b) * read(x, n, a, row, column));
    });
  });
  return divided(dx, normalize ? sizeAt(x, 1) * sizeAt(x, 2) * sizeAt(x, 3) : 1);
}

function divided(source: Tensor, divisor: number): Tensor {
  return { shape: source.shape, data: source.data.map((value) => value / divisor) };
}
