import type { Item } from "../../document/document";
import { textLength } from "./stem";

/** Units: between two columns, and the least width of one that is comfortable to read. */
const GUTTER = 2.5;
const LEAST_COLUMN = 19;

/** Characters of a statement that stands in half the width. */
const SHORT = 260;

/** Whether a question is short enough to stand beside another. */
export function isShort({ figures, field, statement }: Item): boolean {
  if (figures.length > 0 || field.kind === "grid" || field.kind === "choice") return false;
  if (field.kind === "list" && field.names.length > 1) return false;
  const length = statement.reduce((sum, paragraph) => sum + textLength(paragraph), 0);
  return statement.length <= 3 && length <= SHORT;
}

/** The items in rows: two short ones that follow each other share one where the room in units allows. */
export function rowsOf(
  items: readonly Item[],
  room: number,
  isShortItem: (item: Item) => boolean,
): Item[][] {
  const rows: Item[][] = [];
  const hasColumns = columnWidth(room, 2) >= LEAST_COLUMN;
  for (const item of items) {
    const last = rows.at(-1);
    const [before] = last ?? [];
    const fits = hasColumns && last?.length === 1 && before && isShortItem(before);
    if (fits && isShortItem(item)) last.push(item);
    else rows.push([item]);
  }
  return rows;
}

/** The width of one of several columns. @example columnWidth(42.5, 2) // 20 */
export function columnWidth(room: number, columns: number): number {
  return (room - GUTTER * (columns - 1)) / columns;
}
