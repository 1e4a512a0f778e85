import { describe, expect, it } from "vitest";
import { startOf } from "@/lib/lab";
import { gramLab as lab } from "@/lib/lab/labs/gram";

type Rows = readonly (readonly number[])[];

const MADE = [
  [1, 2, 0],
  [3, -1, 1],
];
const STYLE = [
  [2, 0, 1],
  [1, 1, -2],
];
const CONTENT = [
  [1, 1, 0],
  [1, -1, 4],
];
const VALUES = { ...startOf(lab.fields), made: MADE, style: STYLE, content: CONTENT };

/** Σ over positions of channel c times channel d, by plain loops. */
function products(features: Rows): number[] {
  const sums: number[] = [];
  for (const one of features)
    for (const other of features)
      sums.push(one.reduce((all, value, p) => all + value * (other[p] ?? 0), 0));
  return sums;
}

function squares(one: readonly number[], other: readonly number[]): number {
  return one.reduce((all, value, i) => all + (value - (other[i] ?? 0)) ** 2, 0);
}

const STYLE_SQUARES = squares(products(MADE), products(STYLE));
const CONTENT_SQUARES = squares(MADE.flat(), CONTENT.flat());

describe("each convention scales the same two sums, here with C = 2 and HW = 3", () => {
  it.each([
    ["plain", STYLE_SQUARES, CONTENT_SQUARES],
    ["gatys", STYLE_SQUARES / (4 * 4 * 9), CONTENT_SQUARES / 2],
    ["johnson", STYLE_SQUARES / 36, CONTENT_SQUARES / 6],
    ["mean", STYLE_SQUARES / 36 / 4, CONTENT_SQUARES / 6],
  ])("%s", (convention, style, content) => {
    const { results } = lab.work({ ...VALUES, convention, alpha: 2, beta: 10 });
    expect(results.style).toBeCloseTo(style, 12);
    expect(results.content).toBeCloseTo(content, 12);
    expect(results.total).toBeCloseTo(2 * content + 10 * style, 12);
  });
});

it("works one Gram matrix out by hand: [[5, 1], [1, 11]]", () => {
  const [figure] = lab.work(VALUES).parts;
  const last = figure?.kind === "planes" ? figure.items.at(-1) : undefined;
  expect(last?.kind === "grid" && last.rows).toEqual([
    [5, 1],
    [1, 11],
  ]);
});

it("does not see where a feature lay: positions may be swapped, and only the content changes", () => {
  const swapped = MADE.map(([a = 0, b = 0, c = 0]) => [c, a, b]);
  const [before, after] = [MADE, swapped].map((made) => lab.work({ ...VALUES, made }).results);
  expect(after?.style).toBe(before?.style);
  expect(after?.content).not.toBe(before?.content);
});

it("refuses features of another size, and says which", () => {
  expect(() => lab.work({ ...VALUES, style: [[1, 2, 3]] })).toThrow(
    "The features of the style image are 1×3 and those of the new image 2×3",
  );
});
