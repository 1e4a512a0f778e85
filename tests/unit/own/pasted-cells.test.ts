import { expect, it } from "vitest";
import { pastedCells } from "@/app/own/grid-input";

const square = (size: number) =>
  Array.from({ length: size }, () => Array.from({ length: size }, () => "1"));
const written = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.join("\t")).join("\n");

it("takes pasted rows as cells, as many as are wanted, and leaves a single number to the field", () => {
  expect(pastedCells("[[1, -2],\n [3, 4]]")).toEqual([
    ["1", "-2"],
    ["3", "4"],
  ]);
  expect(pastedCells("7")).toBeNull();
  expect(pastedCells("1 2\n3")).toBeNull();
  expect(pastedCells(written(square(8)))).toEqual(square(8));
  expect(pastedCells(written(square(9)))).toBeNull();
  expect(pastedCells(written(square(16)), 16)).toEqual(square(16));
  expect(pastedCells(written(square(17)), 16)).toBeNull();
});
