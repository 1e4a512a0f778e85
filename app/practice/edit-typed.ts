import type { Typed } from "./types";

const LARGEST = 12;

/** The answer with one cell typed over. */
export function withText(typed: Typed, offset: number, text: string): Typed {
  return { ...typed, cells: typed.cells.with(offset, text) };
}

/** The answer with the sign of one cell changed. */
export function withSign(typed: Typed, offset: number): Typed {
  const text = typed.cells[offset] ?? "";
  return withText(typed, offset, /^[-−–]/.test(text) ? text.slice(1) : `−${text}`);
}

/** Height and width; a list is one row. */
export function sizeOf(shape: readonly number[]): readonly [height: number, width: number] {
  return [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
}

/** One row or column more or fewer, what is typed kept in its place; a list stays one. */
export function resized(typed: Typed, axis: "row" | "column", by: 1 | -1): Typed {
  const [height, width] = sizeOf(typed.shape);
  if (axis === "row" && typed.shape.length < 2) return typed;
  const next = axis === "row" ? [height + by, width] : [height, width + by];
  if (next.some((size) => size < 1 || size > LARGEST)) return typed;
  return inSize(typed, next[0] ?? 1, next[1] ?? 1);
}

/** The answer with planes of another size; of a list the width alone counts. */
export function inSize(typed: Typed, rows: number, width: number): Typed {
  const isList = typed.shape.length < 2;
  const height = isList ? 1 : rows;
  const [oldHeight, oldWidth] = sizeOf(typed.shape);
  const leads = typed.shape.slice(0, -2);
  const planes = leads.reduce((product, size) => product * size, 1);
  const cells: string[] = [];
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const isOld = row < oldHeight && column < oldWidth;
        const offset = (plane * oldHeight + row) * oldWidth + column;
        cells.push(isOld ? (typed.cells[offset] ?? "") : "");
      }
    }
  }
  return { shape: isList ? [width] : [...leads, height, width], cells };
}
