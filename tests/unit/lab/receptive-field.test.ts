import { expect, it } from "vitest";
import { figuresOf, workOf } from "./read";

it("adds (k − 1) times the strides before it, by hand", () => {
  const work = workOf("receptive-field");
  expect(work.results).toEqual({ layers: 6, first: 3, size: 16, jump: 4, unstrided: 11 });
  expect(figuresOf(work, "table")[0]?.rows).toEqual([
    [1, 3, 1, 3, 1],
    [2, 3, 1, 5, 1],
    [3, 2, 2, 6, 2],
    [4, 3, 1, 10, 2],
    [5, 3, 1, 14, 2],
    [6, 2, 2, 16, 4],
  ]);
});

it("stays with one cell through kernels of one", () => {
  const { results } = workOf("receptive-field", {
    layers: [
      [1, 1],
      [1, 2],
    ],
  });
  expect(results).toMatchObject({ first: 1, size: 1, jump: 2, unstrided: 1 });
});
