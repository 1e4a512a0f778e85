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

/** One row or column more or fewer, what is typed kept in its place. */
export function resized(typed: Typed, axis: "row" | "column", by: 1 | -1): Typed {
  const [height = 1, width = 1] = typed.shape.slice(-2);
  const next = axis === "row" ? [height + by, width] : [height, width + by];
  if (next.some((size) => size < 1 || size > LARGEST)) return typed;
  return inSize(typed, next[0] ?? 1, next[1] ?? 1);
}

/** The answer with planes of another size. */
export function inSize(typed: Typed, height: number, width: number): Typed {
  const [oldHeight = 1, oldWidth = 1] = typed.shape.slice(-2);
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
  return { shape: [...leads, height, width], cells };
}
