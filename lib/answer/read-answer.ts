import type { Conventions } from "@/lib/question";
import { sameButLeadingOnes, sameShape } from "@/lib/question";
import { MAX_CHARACTERS } from "./limits";
import { plainText } from "./plain-text";
import { type Given, type Quantity, scalar } from "./quantity";
import { readBrackets } from "./read-brackets";
import { cellReader } from "./read-cell";
import { readExpression } from "./read-expression";
import { isLatexMatrix, readLatexMatrix } from "./read-latex";
import { readRows } from "./read-rows";
import { tooLong } from "./read-simple";
import { readCount, readSize } from "./read-size";
import { isTooLongForAShape, notAShape, readSizes, withoutBrackets } from "./read-sizes";
import { undressed, undressedTensor } from "./undressed";
import { NOTHING_WRITTEN, type Reading, type Unreadable, read } from "./reading";

/** A bracket, or a name and a bracket: np.array(, Y = [ */
const BRACKETED = /^(?:[A-Za-z_][\w.]*\s*=?\s*)?[[({<]/;

/** What is asked, as far as it helps to read the answer. */
export type Expected =
  | { readonly kind: "count" }
  | { readonly kind: "bytes"; readonly units: Conventions["units"] }
  | { readonly kind: "shape" }
  /** Height and width, or one number for both. */
  | { readonly kind: "field" }
  /** A tensor; a scalar has the shape []. */
  | { readonly kind: "tensor"; readonly shape: readonly number[] };

/**
 * An answer as a person typed or pasted it, by what is asked. Any text of up to `MAX_CHARACTERS` is answered, if only
 * by a sentence that says where reading stopped.
 *
 * @example readAnswer("(3·5·5+1)·10", { kind: "count" }) // 760
 * @example readAnswer("1 2\n3 4", { kind: "tensor", shape: [2, 2] }) // shape [2, 2], cells 1, 2, 3, 4
 */
export function readAnswer(typed: string, expected: Expected): Reading<Given> {
  if (typed.length > MAX_CHARACTERS) return tooLong(typed);
  if (typed.trim() === "") return NOTHING_WRITTEN;
  switch (expected.kind) {
    case "count":
      return asScalar(readCount(bare(typed)));
    case "bytes":
      return asScalar(readSize(bare(typed), expected.units));
    case "shape":
      return readShapeAnswer(bare(typed));
    case "field":
      return readField(bare(typed));
    case "tensor":
      return readTensor(typed, expected.shape);
  }
}

/** A number or a shape without what stands around it; of marks alone, the marks. */
function bare(typed: string): string {
  const text = undressed(plainText(typed));
  return text.trim() === "" ? typed : text;
}

function asScalar(reading: Reading<Quantity>): Reading<Given> {
  return reading.kind === "value" ? read(scalar(reading.value)) : reading;
}

/** Sizes, some of which may be working or no whole number: that is wrong, but it can be read. */
function readShapeAnswer(typed: string): Reading<Given> {
  const sizes = readSizes(typed);
  if (sizes.kind === "value") return read({ shape: [sizes.value.length], cells: sizes.value });
  if (isTooLongForAShape(typed)) return sizes;
  const { text, at } = withoutBrackets(typed);
  const parts = partsOf(text);
  const cells = [];
  const readCell = cellReader();
  for (const part of parts) {
    if (part.trim() === "") return notAShape(typed, at);
    const cell = readCell(part);
    if (cell.kind === "unreadable") return isNoSize(cell) ? notAShape(typed, at) : cell;
    cells.push(cell.value);
  }
  return read({ shape: [cells.length], cells });
}

function isNoSize({ code }: Unreadable): boolean {
  return code === "UNEXPECTED" || code === "TOO_MUCH";
}

/** Sizes between × or x or commas outside of brackets, else between spaces. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length && parts.length < 9; at++) {
    const character = text.charAt(at);
    if ("([{⌊⌈".includes(character)) depth++;
    else if (")]}⌋⌉".includes(character)) depth--;
    else if (depth === 0 && "×xX,;".includes(character) && text.charAt(at - 1) !== "a") {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  if (parts.length > 0) return [...parts, text.slice(from)];
  return /^[\d._ ]+$/.test(text) ? text.split(" ").slice(0, 9) : [text];
}

/** What a receptive field is measured in. */
const CELLS = /(?:pixels?|px|cells?)\s*$/i;

/** "7", "7x7", "1 + 2·3", "7 pixels" */
function readField(typed: string): Reading<Given> {
  const field = typed.replace(CELLS, "");
  const sizes = isGrouped(field) ? undefined : readSizes(field);
  if (sizes?.kind === "value" && sizes.value.length === 2)
    return read({ shape: [2], cells: sizes.value });
  return asScalar(readExpression(field));
}

/** "1,720" and "1 720" are one number; "200,200" is a height and a width. */
function isGrouped(field: string): boolean {
  const [, first, second] = /^\s*(\d{1,3})[, \u00A0\u202F](\d{3})\s*$/.exec(field) ?? [];
  return first !== undefined && first !== second;
}

/** No tensor has this shape: what is read keeps the shape in which it is written. */
const AS_WRITTEN: readonly number[] = [0];

/**
 * A tensor of any shape in whatever notation: nested lists, NumPy's, PyTorch's, TensorFlow's and MATLAB's printouts,
 * LaTeX, rows of CSV or TSV. Unlike an answer it may be long: the caller says how many cells are read.
 *
 * @param shape what would fit, where that is known: of two ways to read a text the fitting one is taken
 * @example readAnyTensor("1 2\n3 4", 100) // shape [2, 2], cells 1, 2, 3, 4
 */
export function readAnyTensor(
  typed: string,
  mostCells: number,
  shape: readonly number[] = AS_WRITTEN,
): Reading<Given> {
  return typed.trim() === "" ? NOTHING_WRITTEN : readTensor(typed, shape, mostCells);
}

/** A tensor in whatever notation; where a text can be read in two ways, the way that fits the shape is taken. */
function readTensor(typed: string, shape: readonly number[], mostCells?: number): Reading<Given> {
  const cells = shape.reduce((product, size) => product * size, 1);
  const plain = undressedTensor(plainText(typed));
  if (isLatexMatrix(plain)) return fitted(readLatexMatrix(plain, cellReader(mostCells)), shape);
  const isBracketed = BRACKETED.test(plain.trim().slice(0, 60)) && !plain.includes("(:,");
  if (cells === 1 && !/[[{<]/.test(plain)) {
    const single = asScalar(readExpression(bare(typed)));
    if (single.kind === "value") return fitted(single, shape);
    const rows = isBracketed ? undefined : readRows(plain, cellReader());
    if (rows) return fits(rows, shape) ? fitted(rows, shape) : single;
  }
  if (!isBracketed) return rowsFor(plain, shape, mostCells);
  const reading = readBrackets(plain, cellReader(mostCells));
  if (
    reading.kind === "value" &&
    reading.value.shape.length === 0 &&
    reading.value.cells[0] === undefined
  ) {
    return NOTHING_WRITTEN;
  }
  const lines = bracketedLines(plain);
  if (lines === undefined || fits(reading, shape)) return fitted(reading, shape);
  const rows = readRows(lines, cellReader(mostCells));
  const isPlain = shape === AS_WRITTEN && rows.kind === "value" && rows.value.shape.length > 1;
  return isPlain || fits(rows, shape) ? fitted(rows, shape) : fitted(reading, shape);
}

/** In one pair of brackets a line's end may divide rows, as in MATLAB; the brackets become spaces, so that places stay. */
function bracketedLines(plain: string): string | undefined {
  const [opener, closer] = plain.includes("[") ? ["[", "]"] : ["(", ")"];
  const [first, last] = [plain.indexOf(opener), plain.lastIndexOf(closer)];
  const isOnePair =
    first >= 0 && first === plain.lastIndexOf(opener) && plain.indexOf(closer) === last;
  const inner = plain.slice(first + 1, last);
  if (!isOnePair || !inner.trim().includes("\n")) return undefined;
  return `${" ".repeat(first + 1)}${inner}`;
}

function rowsFor(plain: string, shape: readonly number[], mostCells?: number): Reading<Given> {
  const reading = readRows(plain, cellReader(mostCells));
  const isFull = reading.kind === "unreadable" && reading.code === "TOO_MUCH";
  if (isFull || fits(reading, shape)) return fitted(reading, shape);
  const other = otherRows(plain, mostCells);
  const isOnlyWay = reading.kind === "unreadable" && other?.kind === "value";
  return other && (isOnlyWay || fits(other, shape)) ? fitted(other, shape) : fitted(reading, shape);
}

/** "1,5 2,5" may be four numbers or two; "1;2" may be two rows, as in MATLAB, or one of CSV. */
function otherRows(plain: string, mostCells?: number): Reading<Given> | undefined {
  const isOneLine = !plain.trim().includes("\n");
  if (isOneLine && plain.includes(";"))
    return readRows(plain.replaceAll(";", "\t"), cellReader(mostCells));
  return /\d,\d/.test(plain) ? readRows(plain, cellReader(mostCells), true) : undefined;
}

function fits(reading: Reading<Given>, shape: readonly number[]): boolean {
  return reading.kind === "value" && fittedShape(reading.value.shape, shape) !== undefined;
}

function fitted(reading: Reading<Given>, shape: readonly number[]): Reading<Given> {
  return reading.kind === "value" ? read(inShape(reading.value, shape)) : reading;
}

/**
 * A given tensor in the shape that is asked for, where it differs from it only in how it is written: leading axes of
 * size 1, a list as a row or a column, rows of several channels one below the other, one number a channel where a plane
 * is 1×1.
 */
export function inShape(given: Given, shape: readonly number[]): Given {
  const fitting = fittedShape(given.shape, shape);
  return fitting ? { ...given, shape: fitting } : given;
}

function fittedShape(
  given: readonly number[],
  shape: readonly number[],
): readonly number[] | undefined {
  if (sameButLeadingOnes(given, shape)) return shape;
  const isColumn = shape.length === 1 && sameShape(given, [shape[0] ?? 0, 1]);
  const rows = shape.slice(0, -1).reduce((product, size) => product * size, 1);
  const isStack = shape.length > 2 && sameShape(given, [rows, shape.at(-1) ?? 0]);
  const isVector = shape.length > 2 && isListOf(given, shape);
  return isColumn || isStack || isVector ? shape : undefined;
}

/** C numbers for C×1×1, as global pooling gives. */
function isListOf(given: readonly number[], shape: readonly number[]): boolean {
  const long = shape.filter((size) => size !== 1);
  return long.length === 1 && sameShape(given, long);
}
