/** Why a text could not be read. Scripts match on them, so they are only ever added to. */
export const READ_CODES = [
  "EMPTY", // nothing is written
  "TOO_LONG", // more characters than are read
  "TOO_DEEP", // brackets in brackets in brackets …
  "TOO_MUCH", // more operations than one answer may hold, or a number beyond 10³⁰⁸
  "UNEXPECTED", // a character or a word that does not belong
  "UNFINISHED", // a bracket that is never closed, an operator without its second number
  "IMPLICIT_PRODUCT", // 2(3 + 1): the sign of the product is missing
  "DIVISION_BY_ZERO",
  "NOT_REAL", // the root or the logarithm of a negative number
  "CONTRADICTION", // 25·3 + 1 = 75
  "AMBIGUOUS", // kb: kilobits or kilobytes?
  "UNIT", // a unit where none is asked for, or an unknown one
  "RAGGED", // rows of different lengths
  "ELIDED", // cells left out by "..."
] as const;
export type ReadCode = (typeof READ_CODES)[number];

/** A text that could not be read: it is answered by a sentence, never by "wrong". */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly code: ReadCode;
  /** The character at which reading stopped, counted from 0. */
  readonly at: number;
  /** What was read, where reading stopped, and what would fit. */
  readonly message: string;
}

/** What a person typed, as a value or as the place where reading stopped. */
export type Reading<Value> = { readonly kind: "value"; readonly value: Value } | Unreadable;

/** A value that was read. @example read(4) // { kind: "value", value: 4 } */
export function read<Value>(value: Value): Reading<Value> {
  return { kind: "value", value };
}

/** A text that could not be read. @example unreadable("EMPTY", 0, "Nothing is written yet.") */
export function unreadable(code: ReadCode, at: number, message: string): Unreadable {
  return { kind: "unreadable", code, at, message };
}

/** The answer to a text of blanks. @example NOTHING_WRITTEN.code // "EMPTY" */
export const NOTHING_WRITTEN: Unreadable = unreadable("EMPTY", 0, "Nothing is written yet.");

/** A place in what was typed, as a sentence names it. @example placeOf("3 + a", 4) // "character 5, “a”" */
export function placeOf(text: string, at: number): string {
  const rest = text
    .slice(at, at + 12)
    .replaceAll(/\s+/g, " ")
    .trim();
  if (rest === "") return "the end";
  return `character ${at + 1}, “${rest}${text.length > at + 12 ? "…" : ""}”`;
}

/** The same reading of a part that begins at `offset` of a longer text. */
export function shifted<Value>(reading: Reading<Value>, offset: number): Reading<Value> {
  return reading.kind === "value" ? reading : { ...reading, at: reading.at + offset };
}

/** What stops a reading at one character; its place is named in the whole text. */
const AT_A_CHARACTER: readonly ReadCode[] = ["UNEXPECTED", "UNFINISHED", "IMPLICIT_PRODUCT"];

/** The reading of a cell that begins at `offset` of the whole text: its place is named there. */
export function inWhole<Value>(
  reading: Reading<Value>,
  whole: string,
  offset: number,
): Reading<Value> {
  if (reading.kind === "value") return reading;
  const at = Math.min(reading.at + offset, whole.length);
  if (!AT_A_CHARACTER.includes(reading.code)) return { ...reading, at };
  return unreadable(
    reading.code,
    at,
    `Reading stopped at ${placeOf(whole, at)}. A number would fit, or a sign between two cells, as in [[1, 2], [3, 4]], rows of 1, 2 or a pasted printout.`,
  );
}
