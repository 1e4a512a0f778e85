import { describe, expect, it } from "vitest";
import { slide } from "./loops";
import { planesOf, workOf } from "./read";

const IMAGE = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
  [9, 1, 2, 3],
  [4, 5, 6, 7],
];

describe("what one weight reaches", () => {
  it("has a part in all outputs as it starts, seven of them by a zero of the padding", () => {
    const work = workOf("one-weight");
    expect(work.results).toMatchObject({ weight: 2, outputs: 16, reached: 9, onPadding: 7 });
    expect(planesOf(work, 0)[2]?.rows).toEqual([
      [0, 0, 0, 0],
      [0, 2, 4, 6],
      [0, 10, 12, 14],
      [0, 18, 2, 4],
    ]);
  });

  it("meets input values everywhere where there is no padding", () => {
    const work = workOf("one-weight", { padding: 0, row: 2, column: 1 });
    expect(work.results).toMatchObject({ outputs: 4, reached: 4, onPadding: 0 });
    expect(planesOf(work, 1)[0]?.rows).toEqual([
      [1, 2],
      [5, 6],
    ]);
    expect(planesOf(work, 0)[0]?.lit).toEqual([
      [2, 1],
      [2, 2],
      [3, 1],
      [3, 2],
    ]);
  });

  it("reaches an output by an input value of 0 too", () => {
    const image = IMAGE.map((row) => row.map(() => 0));
    expect(workOf("one-weight", { image }).results).toMatchObject({ reached: 9, onPadding: 7 });
  });

  it("adds up over all weights to the convolution", () => {
    const kernel = [
      [2, -1],
      [3, 5],
    ];
    const shares = [0, 1].flatMap((row) =>
      [0, 1].map((column) => {
        const values = { image: IMAGE, kernel, row, column, padding: 1, stride: 2 };
        return planesOf(workOf("one-weight", values), 0)[2]?.rows ?? [];
      }),
    );
    const sums = shares[0]?.map((cells, y) =>
      cells.map((_, x) => shares.reduce((sum, rows) => sum + (rows[y]?.[x] ?? 0), 0)),
    );
    expect(sums).toEqual(slide(IMAGE, kernel, { stride: 2, top: 1, left: 1, bottom: 1, right: 1 }));
  });

  it("refuses a weight that the kernel has not, and names those that it has", () => {
    expect(() => workOf("one-weight", { row: 3 })).toThrow(/rows 0 to 2/);
  });
});
