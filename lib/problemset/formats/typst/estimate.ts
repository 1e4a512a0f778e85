import type { Item } from "../../document/document";
import { alsoText } from "../facts";
import { type Plane, keyPlanes } from "../stem";
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
export function mostHeight(item: Item, column: number): number {
  return mostStemHeight(item, column) + boxHeight(item.field);
}

/** The same of its head and its statement alone. */
export function mostStemHeight({ statement, figures }: Item, column: number): number {
  const words = statement.map((paragraph) => {
    const lines = linesOf(textLength(paragraph), column);
    return (typeof paragraph[0] === "object" ? FORMULA : LINE) * lines + 1;
  });
  return 2 * AROUND + total(words) + gridHeight(figures);
}

/** The same of its answer, and of what else is right. */
export function mostAnswerHeight(item: Item, column: number): number {
  const planes = keyPlanes(item);
  const lines = item.keyLines.length - 1 + linesOf(item.keyText.length, column);
  const others = linesOf(alsoText(item).length, column);
  return (planes ? gridHeight(planes) : LINE * lines) + LINE * others;
}

function linesOf(characters: number, column: number): number {
  return Math.ceil((characters * CHARACTER) / column);
}

function gridHeight(planes: readonly Pick<Plane, "shape">[]): number {
  return total(planes.map(({ shape: [rows] }) => rows * ROW + AROUND));
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
