import { describe, expect, it } from "vitest";
import { type Figure, labNamed, startOf } from "@/lib/lab";

type Rows = readonly (readonly number[])[];

const lab = labNamed("residual-block");
const start = startOf(lab?.fields ?? {});
const planes = (given: Readonly<Record<string, Rows>>) =>
  (lab?.work({ ...start, ...given }).parts ?? [])
    .filter((part): part is Extract<Figure, { kind: "planes" }> => part.kind === "planes")
    .map(({ items }) => items.flatMap((item) => (item.kind === "grid" ? [item.rows] : [])));

const X: Rows = [
  [1, -2, 3],
  [0, 2, -1],
];
/** At which no ReLU stands at its corner. */
const SMOOTH: Rows = [
  [1.1, -2.3, 3.2],
  [0.4, 2.7, -1.6],
];
const FIRST: Rows = [
  [1, 0, -1],
  [2, 1, 0],
  [0, -1, 3],
];
const SECOND: Rows = [
  [0, 1, 2],
  [-1, 1, 0],
  [1, 0, -2],
];
const ARRIVING: Rows = [
  [2, -1, 0],
  [1, 3, -2],
];
const ZEROS: Rows = Array.from({ length: 3 }, () => [0, 0, 0]);

/** K ⋆ x with a padding of 1, by its definition. */
function correlated(x: Rows, kernel: Rows): number[][] {
  return x.map((row, i) =>
    row.map((_, j) => {
      let total = 0;
      for (let u = 0; u < 3; u++)
        for (let v = 0; v < 3; v++)
          total += (x[i + u - 1]?.[j + v - 1] ?? 0) * (kernel[u]?.[v] ?? 0);
      return total;
    }),
  );
}

function block(x: Rows): number[][] {
  const active = correlated(x, FIRST).map((row) => row.map((value) => Math.max(0, value)));
  return correlated(active, SECOND).map((row, i) =>
    row.map((value, j) => value + (x[i]?.[j] ?? 0)),
  );
}

/** L = Σ G·y, whose gradient by x is what arrives at x. */
function loss(x: Rows): number {
  return block(x)
    .flatMap((row, i) => row.map((value, j) => value * (ARRIVING[i]?.[j] ?? 0)))
    .reduce((all, one) => all + one, 0);
}

describe("residual-block", () => {
  const given = { x: X, first: FIRST, second: SECOND, arriving: ARRIVING };

  it("adds x to what its convolutions make of it", () => {
    expect(planes(given)[0]?.at(-1)).toEqual(block(X));
  });

  it("sends back through both ways what finite differences find", () => {
    const step = 1e-4;
    const slopes = SMOOTH.map((row, i) =>
      row.map((_, j) => {
        const moved = (by: number) =>
          SMOOTH.map((line, y) =>
            line.map((value, x) => (y === i && x === j ? value + by : value)),
          );
        return (loss(moved(step)) - loss(moved(-step))) / (2 * step);
      }),
    );
    const gradient = planes({ ...given, x: SMOOTH })[1]?.at(-1) ?? [];
    for (const [i, row] of slopes.entries())
      for (const [j, slope] of row.entries()) expect(gradient[i]?.[j]).toBeCloseTo(slope, 6);
  });

  it("passes image and gradient whole where the convolutions are zeros", () => {
    const [forward, backward] = planes({ ...given, second: ZEROS });
    expect(forward?.at(-1)).toEqual(X);
    expect(backward?.at(-1)).toEqual(ARRIVING);
  });

  it("takes 0.1 + 0.2 − 0.3 for 0, where ReLU lets no gradient pass", () => {
    const summing = [
      [0, 0, 0],
      [1, 1, -1],
      [0, 0, 0],
    ];
    const same = [
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ];
    const row = { x: [[0.1, 0.2, 0.3]], first: summing, second: same, arriving: [[0, 1, 0]] };
    expect(planes(row)[1]?.at(-1)).toEqual([[0, 1, 0]]);
  });

  it("refuses a gradient that has not the shape of y, and kernels that change it", () => {
    expect(() => planes({ ...given, arriving: [[1, 2]] })).toThrow("of the input, 2×3; it is 1×2");
    expect(() => planes({ ...given, first: [[1]] })).toThrow("Both kernels are 3×3");
    expect(() => planes({ ...given, x: [[1, 2], [3]] })).toThrow("equally many values");
  });
});
