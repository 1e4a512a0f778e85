import type { Tensor } from "@/lib/tensor";

/** What values are like: their mean, their standard deviation, and the share of them that is 0. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
  readonly zeros: number;
}

/** What the values of a tensor are like. @example spreadOf(tensor([4], [0, 0, 2, 2])) // { mean: 1, deviation: 1, zeros: 0.5 } */
export function spreadOf({ data }: Tensor): Spread {
  let [sum, zeros] = [0, 0];
  for (const value of data) {
    sum += value;
    if (value === 0) zeros++;
  }
  const mean = sum / data.length;
  let squares = 0;
  for (const value of data) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / data.length), zeros: zeros / data.length };
}

/** √Σ x² over all values of some tensors. @example normOf([tensor([2], [3, 4])]) // 5 */
export function normOf(tensors: readonly Tensor[]): number {
  let sum = 0;
  for (const { data } of tensors) {
    for (const value of data) sum += value * value;
  }
  return Math.sqrt(sum);
}
