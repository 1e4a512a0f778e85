import { describe, expect, it } from "vitest";
import { labNamed, startOf, type Values } from "@/lib/lab";

const lab = labNamed("transposed-convolution")!;

function work(values: Partial<Values> = {}) {
  return lab.work({ ...startOf(lab.fields), ...values } as Values);
}

function lastRows(figure: number, values: Partial<Values> = {}) {
  const part = work(values).parts[figure];
  const item = part?.kind === "planes" ? part.items.at(-1) : undefined;
  return item?.kind === "grid" ? item.rows : [];
}

/** Stamps laid down one by one, without padding. */
function stamped(x: number[][], w: number[][], stride: number): number[][] {
  const height = (x.length - 1) * stride + w.length;
  const width = (x[0]!.length - 1) * stride + w[0]!.length;
  const y = Array.from({ length: height }, () => Array.from({ length: width }, () => 0));
  x.forEach((row, i) =>
    row.forEach((value, j) =>
      w.forEach((weights, u) =>
        weights.forEach((weight, v) => {
          y[i * stride + u]![j * stride + v]! += value * weight;
        }),
      ),
    ),
  );
  return y;
}

const X = [
  [1, 3],
  [2, -1],
];
const W = [
  [1, 0, 2],
  [0, 1, 0],
  [1, 2, 1],
];

describe("transposed convolution", () => {
  it.each([1, 2, 3])("stamps and adds at stride %i", (stride) => {
    expect(lastRows(0, { stride })).toEqual(stamped(X, W, stride));
  });

  it("adds four corners in the middle cell, each times its input", () => {
    const meeting = 1 * 1 + 3 * 1 + 2 * 2 + -1 * 1;
    expect(work().results).toEqual({ side: 5, stamps: 4, most: 4, least: 1, meeting });
  });

  it("counts the stamps on each cell: a cross at stride 2, one each at stride 3", () => {
    expect(lastRows(1)).toEqual([
      [1, 1, 2, 1, 1],
      [1, 1, 2, 1, 1],
      [2, 2, 4, 2, 2],
      [1, 1, 2, 1, 1],
      [1, 1, 2, 1, 1],
    ]);
    expect(work({ stride: 3 }).results).toMatchObject({ side: 6, most: 1, least: 1 });
  });

  it("crops by padding, and adds rows that no stamp reaches by output padding", () => {
    const inner = stamped(X, W, 2)
      .slice(1, -1)
      .map((row) => row.slice(1, -1));
    expect(lastRows(0, { padding: 1 })).toEqual(inner);
    expect(work({ stride: 3, extra: 2 }).results).toMatchObject({ side: 8, least: 0 });
  });

  it("refuses an output padding as large as the stride, and padding that leaves nothing", () => {
    expect(() => work({ extra: 2 })).toThrow(/at most 1/);
    expect(() => work({ padding: 3 })).toThrow(/at most 4 of its 5/);
  });
});
