import { expect, it } from "vitest";
import { figuresOf, planesOf, saidBy, workOf } from "./read";

const pointsOf = (changed: Parameters<typeof workOf>[1]) =>
  figuresOf(workOf("padding", changed), "plot")[0]?.series.map(({ points }) =>
    points.map(([, size]) => size),
  );

it("loses the kernel's size less one in each layer without padding, and nothing with “same”", () => {
  expect(pointsOf({})).toEqual([
    [12, 12, 12, 12, 12, 12],
    [12, 10, 8, 6, 4, 2],
  ]);
});

it("under a stride “same” rounds n/S up, layer after layer, and valid rounds down", () => {
  expect(pointsOf({ n: 15, k: 3, stride: 2, layers: 3 })).toEqual([
    [15, 8, 4, 2],
    [15, 7, 3, 1],
  ]);
});

it("puts the odd zero of an even kernel at the end", () => {
  const work = workOf("padding", { n: 5, k: 4, layers: 1 });
  expect(work.results).toMatchObject({ before: 1, after: 2, zeros: 3, sameLast: 5, validLast: 2 });
  expect(planesOf(work, 0)[0]).toMatchObject({
    rows: [[0, 1, 2, 3, 4, 5, 0, 0]],
    lit: [
      [0, 0],
      [0, 6],
      [0, 7],
    ],
  });
  expect(saidBy(work).at(-1)).toMatch(/extra one at the end/);
});

it("ends the line without padding where the kernel finds no place, and says so", () => {
  const work = workOf("padding", { n: 6, k: 3, layers: 4 });
  expect(work.results).toMatchObject({ validLayers: 2, validLast: 2, sameLast: 6 });
  expect(saidBy(work).join()).toMatch(/Layer 3 finds no place: a kernel of 3 .* 2 cells/);
});

it("has no place at all for a kernel larger than the input, while “same” goes on", () => {
  const { results } = workOf("padding", { n: 3, k: 5, layers: 2 });
  expect(results).toMatchObject({
    validLayers: 0,
    validFirst: 0,
    validLast: 3,
    sameLast: 3,
    zeros: 4,
  });
});

it("draws no row that would be too long", () => {
  expect(figuresOf(workOf("padding", { n: 64 }), "planes")).toEqual([]);
});
