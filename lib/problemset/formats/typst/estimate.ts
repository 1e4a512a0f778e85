import type { Item } from "../../document/document";
import { textLength } from "./stem";

/** Units: a line of words or of a formula, a row of a given grid, a row of boxes, what stands around each thing. */
const LINE = 1.6;
const FORMULA = 3;
const ROW = 1.8;
const BOXES = 2.5;
const AROUND = 3;

/** Characters of a line take at most so much of a unit each, on the average of a text. */
const CHARACTER = 0.55;

/**
 * A height in units that a question surely does not exceed, its working room apart. It is coarse, as if nothing stood
 * beside anything; where it leaves a doubt the compiler measures, which is slow.
 */
export function mostHeight({ statement, figures, field }: Item, column: number): number {
  const words = statement.map((paragraph) => {
    const lines = Math.ceil((textLength(paragraph) * CHARACTER) / column);
    return (typeof paragraph[0] === "object" ? FORMULA : LINE) * lines + 1;
  });
  const grids = figures.map(({ shape: [rows] }) => rows * ROW + AROUND);
  return 2 * AROUND + total(words) + total(grids) + boxHeight(field);
}

function boxHeight(field: Item["field"]): number {
  if (field.kind === "grid") {
    return total(field.planes.map(({ rows }) => rows.length * BOXES + AROUND));
  }
  return field.kind === "choice" ? field.choices.length * LINE + 2 * AROUND : 2 * AROUND;
}

function total(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height, 0);
}
