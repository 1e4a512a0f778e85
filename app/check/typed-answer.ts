import { joinPlanes, planesOf } from "../own/fields";
import type { Typed } from "../practice/types";

/**
 * The cells of an answer from its text, rows apart by ";" and cells by ",", in planes like the key's; blank cells in the
 * key's shape where the text does not fill such planes.
 *
 * @example typedFrom("1,2;3,4", [2, 2]).cells // ["1", "2", "3", "4"]
 */
export function typedFrom(text: string, shape: readonly number[]): Typed {
  const rows = text === "" ? [] : planesOf(text).flat();
  const leads = shape.slice(0, -2);
  const height = shape.length < 2 ? 1 : rows.length / product(leads);
  const width = rows[0]?.length ?? 0;
  const fits = Number.isInteger(height) && height > 0 && rows.every((row) => row.length === width);
  if (!fits || (shape.length < 2 && rows.length !== 1))
    return { shape, cells: Array<string>(product(shape)).fill("") };
  return { shape: shape.length < 2 ? [width] : [...leads, height, width], cells: rows.flat() };
}

/** The reverse; empty where every cell is. */
export function textOfTyped({ shape, cells }: Typed): string {
  if (cells.every((cell) => cell.trim() === "")) return "";
  const width = shape.at(-1) ?? 1;
  return joinPlanes([
    Array.from({ length: cells.length / width }, (_, row) =>
      cells.slice(row * width, (row + 1) * width),
    ),
  ]);
}

/** The most cells that are fields: more are laid out for longer than anyone waits. */
const MOST_FIELDS = 400;

/** The most characters of an answer in one line. */
const LONGEST_LINE = 5000;

/**
 * Whether an answer's text goes into its fields, of which none has a line break.
 *
 * @example goesInFields("1,2;3,4") // true
 */
export function goesInFields(text: string): boolean {
  return text.length <= LONGEST_LINE && !text.includes("\n") && isAtMost(text, /[,;|]/);
}

/** Whether what is pasted may hold no more numbers than there can be fields. @example mayGoInFields("1 2\n3 4") // true */
export function mayGoInFields(pasted: string): boolean {
  return pasted.length <= 4 * LONGEST_LINE && isAtMost(pasted, /[\s,;&|[\]()]+/);
}

function isAtMost(text: string, divider: RegExp): boolean {
  return text.split(divider, MOST_FIELDS + 3).length <= MOST_FIELDS + 2;
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}
