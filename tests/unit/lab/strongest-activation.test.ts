import { expect, it } from "vitest";
import { startOf } from "@/lib/lab";
import { strongestActivationLab as lab } from "@/lib/lab/labs/strongest-activation";

/** One bright spot in row 3, column 4 of a dark input. */
const SPOT = Array.from({ length: 7 }, (_, row) =>
  Array.from({ length: 7 }, (__, column) => (row === 3 && column === 4 ? 9 : 0)),
);
const CORNER = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 1],
];

it("finds the cell whose window puts the kernel’s one weight on the bright spot", () => {
  const { results } = lab.work({ input: SPOT, kernel: CORNER, stride: 1 });
  expect(results).toEqual({
    strongest: 9,
    row: 1,
    column: 2,
    top: 1,
    left: 2,
    bottom: 3,
    right: 4,
  });
});

it("walks back by the stride: cell (1, 1) at stride 2 sees from row 2, column 2", () => {
  const kernel = [
    [0, 0, 1],
    [0, 0, 0],
  ];
  const input = SPOT.map((_, row) => SPOT[(row + 1) % 7] ?? []);
  const { results } = lab.work({ input, kernel, stride: 2 });
  expect(results).toMatchObject({ strongest: 9, row: 1, column: 1, top: 2, left: 2 });
  expect(results).toMatchObject({ bottom: 3, right: 4 });
});

it("lights the patch in the input and the cell in the map", () => {
  const [figure] = lab.work({ input: SPOT, kernel: [[1, 1]], stride: 1 }).parts;
  const items = figure?.kind === "planes" ? figure.items : [];
  const lit = items.flatMap((item) => (item.kind === "grid" && item.lit ? [item.lit] : []));
  const patch = [
    [3, 3],
    [3, 4],
  ];
  expect(lit).toEqual([patch, [[3, 3]]]);
});

it("takes the largest value, not the largest distance from 0, and the first where several tie", () => {
  const { results, parts } = lab.work({ input: [[-9, 2, 1, 2]], kernel: [[1]], stride: 1 });
  expect(results).toMatchObject({ strongest: 2, row: 0, column: 1 });
  expect(JSON.stringify(parts)).toContain("2 cells have this value");
});

it("refuses a kernel that is larger than the input", () => {
  expect(() => lab.work({ ...startOf(lab.fields), input: [[1, 2]] })).toThrow(
    "The kernel is 3×3 and the input is 1×2; at most 1×2 would fit.",
  );
});
