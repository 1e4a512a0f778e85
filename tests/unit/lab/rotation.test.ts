import { expect, it } from "vitest";
import { type Plane, slide } from "./loops";
import { planesOf, workOf } from "./read";

const IMAGE = [
  [1, 2, 0, 3],
  [0, 5, 1, 2],
  [3, 1, 4, 1],
];
const KERNEL = [
  [1, -1],
  [0, 3],
];

function clockwise(rows: Plane): number[][] {
  const turned: number[][] = rows[0]!.map(() => []);
  for (let y = rows.length - 1; y >= 0; y--) rows[y]!.forEach((value, x) => turned[x]!.push(value));
  return turned;
}

it.each([1, 2, 3])("turns by %i quarters as loops do, an oblong image too", (quarters) => {
  const turn = (rows: Plane) => {
    let turned = rows;
    for (let count = 0; count < quarters; count++) turned = clockwise(turned);
    return turned;
  };
  const work = workOf("rotation", { image: IMAGE, kernel: KERNEL, turn: String(quarters) });
  expect(planesOf(work, 0).map(({ rows }) => rows)).toEqual([
    turn(slide(IMAGE, KERNEL)),
    slide(turn(IMAGE), KERNEL),
    slide(turn(IMAGE), turn(KERNEL)),
  ]);
  expect(work.results["bothDiffer"]).toBe(0);
});

it("marks six of nine cells as it starts, by hand", () => {
  const work = workOf("rotation");
  expect(work.results).toMatchObject({ cells: 9, differ: 6, bothDiffer: 0, degrees: 90 });
  expect(planesOf(work, 0)[0]?.rows).toEqual([
    [1, 3, 4],
    [4, 4, 4],
    [3, 1, 0],
  ]);
  expect(planesOf(work, 0)[1]?.rows).toEqual([
    [1, 1, 0],
    [2, 2, 0],
    [1, 1, 0],
  ]);
});

it("finds both orders alike for a kernel that looks the same once it is turned", () => {
  const kernel = [
    [1, 2, 1],
    [2, 5, 2],
    [1, 2, 1],
  ];
  expect(workOf("rotation", { kernel }).results["differ"]).toBe(0);
});

it("refuses a kernel that is not square, and names one that is", () => {
  expect(() => workOf("rotation", { kernel: [[1, 2, 3]] })).toThrow(/1×3.*square.*1×1/);
});
