import { expect, it } from "vitest";
import type { Part } from "@/lib/lab";
import { weightsAsImageLab as lab } from "@/lib/lab/labs/weights-as-image";

const KERNEL = [
  [-2, 0],
  [2, 3],
];

it("scales the smallest weight to 0, the largest to 255, and the rest in between, rounded", () => {
  const { parts, results } = lab.work({ weights: KERNEL, width: 2 });
  expect(shadesIn(parts[0])).toEqual([
    [0, 102],
    [204, 255],
  ]);
  expect(results).toMatchObject({ least: -2, most: 3, zero: 102 });
});

it("keeps the picture when all weights are scaled or shifted together", () => {
  const changed = KERNEL.map((row) => row.map((weight) => 0.1 * weight + 7));
  const [one, other] = [KERNEL, changed].map((weights) => lab.work({ weights, width: 2 }).parts[0]);
  expect(shadesIn(one)).toEqual(shadesIn(other));
});

it("lays the one row of a node out as its image, in reading order", () => {
  const [figure] = lab.work({ weights: [[0, 51, 102, 153, 204, 255]], width: 3 }).parts;
  expect(shadesIn(figure)).toEqual([
    [0, 51, 102],
    [153, 204, 255],
  ]);
});

it("refuses weights that are all the same, and says why", () => {
  const same = [
    [2, 2],
    [2, 2],
  ];
  expect(() => lab.work({ weights: same, width: 2 })).toThrow(/Every weight is 2.*no range/);
});

it("refuses a width that the weights do not fill, and names those that would do", () => {
  expect(() => lab.work({ weights: [[1, 2, 3, 4, 5, 6]], width: 4 })).toThrow(
    "6 weights do not fill rows of 4; a width of 1, 2, 3, 6 would fit.",
  );
});

function shadesIn(part: Part | undefined): readonly (readonly number[])[] | undefined {
  if (part?.kind !== "planes") return undefined;
  return part.items.find((item) => item.kind === "shades")?.rows;
}
