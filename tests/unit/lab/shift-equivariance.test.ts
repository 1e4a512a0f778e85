import { describe, expect, it } from "vitest";
import { type Plane, slide } from "./loops";
import { planesOf, saidBy, workOf } from "./read";

const IMAGE = [
  [1, 2, 0, 3, 1, 4],
  [0, 5, 1, 2, 2, 0],
  [3, 1, 4, 1, 0, 2],
  [2, 0, 1, 6, 3, 1],
  [1, 1, 0, 2, 5, 2],
  [4, 0, 2, 1, 1, 3],
];
const KERNEL = [
  [1, -1, 2],
  [0, 3, 1],
  [2, 0, -1],
];

/** Moved to the right, zeros behind it. */
function movedRight(rows: Plane, by: number): number[][] {
  return rows.map((row) => [...row.slice(0, by).fill(0), ...row.slice(0, row.length - by)]);
}

describe("shift and convolve, in either order", () => {
  it("gives both orders as loops do", () => {
    const work = workOf("shift-equivariance", { image: IMAGE, kernel: KERNEL, right: 1 });
    const around = { top: 1, left: 1, bottom: 1, right: 1 };
    const [, first, last] = planesOf(work, 0);
    expect(first?.rows).toEqual(slide(movedRight(IMAGE, 1), KERNEL, around));
    expect(last?.rows).toEqual(movedRight(slide(IMAGE, KERNEL, around), 1));
  });

  it("agrees in every cell whose window lies inside the image, whatever the numbers", () => {
    const work = workOf("shift-equivariance", { image: IMAGE, kernel: KERNEL, right: 1, down: -1 });
    expect(work.results).toMatchObject({ cells: 36, inner: 16, innerDiffer: 0 });
    expect(work.results["differ"]).toBeGreaterThan(0);
    for (const [row, column] of planesOf(work, 0)[1]?.lit ?? [])
      expect([row, column].some((place) => place === 0 || place === 5)).toBe(true);
  });

  it("differs in two cells at the right border as it starts, where the 4 has left the image", () => {
    const work = workOf("shift-equivariance");
    expect(work.results).toMatchObject({ cells: 25, differ: 2, inner: 9, innerDiffer: 0 });
    expect(planesOf(work, 0)[1]?.lit).toEqual([
      [1, 4],
      [3, 4],
    ]);
  });

  it("agrees everywhere where only zeros leave and come in", () => {
    const image = IMAGE.map((row) => row.map((value, x) => (x === 2 ? value : 0)));
    const work = workOf("shift-equivariance", { image, kernel: KERNEL, right: 1 });
    expect(work.results["differ"]).toBe(0);
    expect(saidBy(work).at(-1)).toMatch(/border agrees too/);
  });

  it("under a stride moves the output by one cell for each stride of the image", () => {
    const work = workOf("shift-equivariance", {
      image: IMAGE,
      kernel: KERNEL,
      right: 2,
      stride: 2,
    });
    const output = slide(IMAGE, KERNEL, { stride: 2, bottom: 1, right: 1 });
    expect(planesOf(work, 0)[2]?.rows).toEqual(movedRight(output, 1));
    expect(work.results["innerDiffer"]).toBe(0);
  });

  it("refuses a shift that a stride cannot follow, and names one that it can", () => {
    expect(() => workOf("shift-equivariance", { stride: 2, right: 1 })).toThrow(
      /2, or any multiple/,
    );
  });
});
