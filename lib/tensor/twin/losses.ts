import type { Tensor } from "../tensor";
import { cellByCell, range, read, sizeAt, sumOver } from "./cells";

/**
 * Cross-entropy with log Σ exp folded pairwise: log(eᵃ + eᵇ) = max + log(1 + exp(−|a − b|)).
 *
 * @example crossEntropy(tensor([1, 2], [0, 0]), tensor([1], [1])).data // [0.6931471805599453]
 */
export function crossEntropy(x: Tensor, target: Tensor): Tensor {
  const batch = sizeAt(x, 0);
  return cellByCell([], () =>
    sumOver(range(batch), (n) => (logSumExp(x, n) - read(x, n, read(target, n))) / batch),
  );
}

/**
 * Back through cross-entropy, cell by cell: (∂L/∂Y / N)·(exp(x − log Σ exp) − [c = target]).
 *
 * @example crossEntropyGradient(tensor([1, 2], [0, 0]), tensor([1], [1]), tensor([], [1])).data // [0.5, -0.5]
 */
export function crossEntropyGradient(x: Tensor, target: Tensor, dy: Tensor): Tensor {
  return cellByCell(x.shape, (n = 0, c = 0) => {
    const probability = Math.exp(read(x, n, c) - logSumExp(x, n));
    return (read(dy) * (probability - (read(target, n) === c ? 1 : 0))) / sizeAt(x, 0);
  });
}

/**
 * The mean squared error by halves: the mean of the two halves' means, each weighted by its size.
 *
 * @example mseLoss(tensor([2], [1, 5]), tensor([2], [0, 2])).data // [5]
 */
export function mseLoss(x: Tensor, target: Tensor): Tensor {
  const squares = Array.from(x.data, (value, i) => (value - (target.data[i] ?? Number.NaN)) ** 2);
  return cellByCell([], () => sumByHalves(squares) / squares.length);
}

/**
 * Back through the mean squared error by a central difference with step 1, which is exact for a parabola:
 * ∂L/∂x = ∂L/∂Y·((x + 1 − t)² − (x − 1 − t)²) / (2n).
 *
 * @example mseLossGradient(tensor([2], [1, 5]), tensor([2], [0, 2]), tensor([], [1])).data // [1, 3]
 */
export function mseLossGradient(x: Tensor, target: Tensor, dy: Tensor): Tensor {
  return cellByCell(x.shape, (...at) => {
    const difference = read(x, ...at) - read(target, ...at);
    return (read(dy) * ((difference + 1) ** 2 - (difference - 1) ** 2)) / (2 * x.data.length);
  });
}

function logSumExp(x: Tensor, n: number): number {
  return range(sizeAt(x, 1))
    .map((c) => read(x, n, c))
    .reduce((a, b) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))));
}

function sumByHalves(values: readonly number[]): number {
  if (values.length < 2) return values[0] ?? 0;
  const middle = values.length >> 1;
  return sumByHalves(values.slice(0, middle)) + sumByHalves(values.slice(middle));
}
