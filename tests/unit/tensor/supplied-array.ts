import { expect } from "vitest";
import type { Tensor } from "@/lib/tensor";

/** Runs an operation into the middle of an array of sevens: it fills its own part, and only that. */
export function expectWritesOnlyThere(
  operands: readonly Tensor[],
  run: (out?: Float64Array) => Tensor,
): void {
  const before = operands.map(({ data }) => [...data]);
  const fresh = run();
  const around = new Float64Array(fresh.data.length + 4).fill(7);
  const out = around.subarray(2, 2 + fresh.data.length);
  const result = run(out);
  expect(result.data).toBe(out);
  expect(result.shape).toEqual(fresh.shape);
  expect([...around]).toEqual([7, 7, ...fresh.data, 7, 7]);
  expect(operands.map(({ data }) => [...data])).toEqual(before);
}
