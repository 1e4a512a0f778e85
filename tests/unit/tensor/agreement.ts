import { expect } from "vitest";
import type { Tensor } from "@/lib/tensor";

/** Where every expected value is smaller than this, it is 0 but for rounding, and 0 is as right. */
const ZERO_BUT_FOR_ROUNDING = 1e-3;

/**
 * Expects the same shape, and values equal to within 1e-12 of the largest; where all that is expected is whole,
 * equal exactly, unless a tolerance is given.
 */
export function expectSameTensor(actual: Tensor, expected: Tensor, tolerance?: number): void {
  expect(actual.shape).toEqual([...expected.shape]);
  expect(actual.data.length).toBe(expected.data.length);
  const whole = tolerance === undefined && expected.data.every(Number.isInteger);
  const largest = expected.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const allowed = whole ? 0 : (tolerance ?? 1e-12) * Math.max(largest, ZERO_BUT_FOR_ROUNDING);
  const wrong: object[] = [];
  for (const [position, value] of expected.data.entries()) {
    const found = actual.data[position] ?? Number.NaN;
    if (!(Math.abs(value - found) <= allowed)) wrong.push({ position, value, found });
  }
  expect(wrong).toEqual([]);
}

/** A tensor of ones, which a missing ∂L/∂Y stands for. */
export function ones(shape: readonly number[]): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return { shape, data: new Float64Array(size).fill(1) };
}

/** ⟨a, b⟩, the sum of the products of cells in the same place. */
export function innerProduct(a: Tensor, b: Tensor): number {
  return a.data.reduce((sum, value, i) => sum + value * (b.data[i] ?? Number.NaN), 0);
}
