import { expect, it } from "vitest";
import { figuresOf, planesOf, saidBy, workOf } from "./read";

it("counts by hand: eleven of the image's cells change, and one of the pooled", () => {
  const { results } = workOf("max-pool-shift");
  expect(results).toMatchObject({ cells: 36, changed: 11, pooledCells: 9, pooledChanged: 1 });
});

it("pools the image before and after the shift", () => {
  const image = [
    [1, 2, 0, 4],
    [5, 0, 3, 1],
    [0, 9, 0, 0],
    [0, 0, 8, 7],
  ];
  const work = workOf("max-pool-shift", { image, right: 0, down: -1 });
  const [moved, after, before] = planesOf(work, 1);
  expect(moved?.rows).toEqual([
    [5, 0, 3, 1],
    [0, 9, 0, 0],
    [0, 0, 8, 7],
    [0, 0, 0, 0],
  ]);
  expect(after?.rows).toEqual([
    [9, 3],
    [0, 8],
  ]);
  expect(before?.rows).toEqual([
    [5, 4],
    [9, 8],
  ]);
  expect(after?.lit).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
  ]);
  expect(figuresOf(work, "bars")[0]?.bars[1]?.value).toBe(75);
});

it("changes nothing where nothing moves", () => {
  const work = workOf("max-pool-shift", { right: 0, down: 0 });
  expect(work.results).toMatchObject({ changed: 0, pooledChanged: 0 });
  expect(saidBy(work).at(-1)).toMatch(/Nothing was moved/);
});

it("moves the pooled plane by whole cells where the shift is whole windows", () => {
  const work = workOf("max-pool-shift", { right: 2, down: -2 });
  const [, after] = planesOf(work, 1);
  expect(after?.rows).toEqual([
    [0, 0, 9],
    [0, 6, 0],
    [0, 0, 0],
  ]);
  expect(saidBy(work).at(-1)).toMatch(/equivariance/);
});

it("says that a window does not fit into a smaller image", () => {
  expect(() => workOf("max-pool-shift", { image: [[1, 2]], window: 3 })).toThrow(/at most 1/);
});
