import { MAX_CELLS } from "./limits";
import { type Nested, flattened } from "./nested";
import type { Cell, Given } from "./quantity";
import { type CellReader, tooMany } from "./read-cell";
import { type Reading, inWhole, read } from "./reading";

/** A line of the text, and where it begins. */
interface Line {
  readonly text: string;
  readonly at: number;
}

/** How cells and, where lines do not do it, rows are divided. */
interface Division {
  readonly cells: RegExp;
  readonly rows: "lines" | ";";
  /** Whether a comma inside a cell is the decimal sign. */
  readonly commas: boolean;
}

/** MATLAB names what it prints: "ans =", and "Y(:,:,2) =" before each channel. */
const PRINTED_NAME = /^\s*\w{0,30}(?:\(:,:(?:,\d+)*\))?\s*=\s*$/;

/**
 * Rows without brackets, one a line: CSV, TSV, cells between spaces, with a blank line between channels. A tab divides
 * before a semicolon, a semicolon before a comma, a comma before spaces; where tabs or semicolons divide, a comma is the
 * decimal sign. On one line semicolons divide rows, as in MATLAB.
 *
 * @example readRows("1,2\n3,,", cellReader()) // shape [2, 2] … with blanks
 */
export function readRows(
  plain: string,
  readCell: CellReader,
  decimalComma = false,
): Reading<Given> {
  const lines = linesOf(plain);
  if (lines.length > 2 * MAX_CELLS) return tooMany();
  const blocks = blocksOf(lines);
  const division = divisionOf(blocks.flat(), decimalComma);
  const planes: Nested[] = [];
  for (const block of blocks) {
    const rows: Nested[] = [];
    for (const line of division.rows === ";" ? split(block[0], /;/g) : block) {
      const row = readRow(plain, line, division, readCell);
      if (row.kind === "unreadable") return row;
      rows.push(row.value);
    }
    planes.push(rows);
  }
  return flattened(withoutLoneAxes(planes));
}

/** One block is a matrix, one row of it a list, one cell of that a number; blocks of one row each are rows. */
function withoutLoneAxes(blocks: readonly Nested[]): Nested {
  if (blocks.length > 1) {
    const rows = blocks.map((block) =>
      Array.isArray(block) && block.length === 1 ? lone(block) : block,
    );
    return rows;
  }
  const matrix = lone(blocks);
  const row = Array.isArray(matrix) && matrix.length === 1 ? lone(matrix) : matrix;
  return Array.isArray(row) && row.length === 1 && row !== matrix ? lone(row) : row;
}

function lone(list: readonly Nested[]): Nested {
  return list[0] ?? [];
}

function linesOf(plain: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const text of plain.split("\n")) {
    lines.push({ text, at });
    at += text.length + 1;
  }
  return lines;
}

/** Blank lines and MATLAB's names stand between blocks; at the ends they mean nothing. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() !== "" && !PRINTED_NAME.test(line.text.slice(0, 60)))
      blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}

function divisionOf(lines: readonly Line[], decimalComma: boolean): Division {
  const has = (character: string) => lines.some(({ text }) => text.includes(character));
  if (has("\t")) return { cells: /\t/g, rows: "lines", commas: true };
  if (has(";") && lines.length > 1) return { cells: /;/g, rows: "lines", commas: true };
  const rows = has(";") ? ";" : "lines";
  if (has(",") && !decimalComma) return { cells: /,/g, rows, commas: false };
  return { cells: /\s+/g, rows, commas: decimalComma };
}

function readRow(
  plain: string,
  line: Line,
  { cells, commas }: Division,
  readCell: CellReader,
): Reading<Cell[]> {
  const isSpaced = cells.source === "\\s+";
  const row: Cell[] = [];
  for (const part of split(isSpaced ? trimmed(line) : line, cells)) {
    const cell = inWhole(readCell(part.text, { commas }), plain, part.at);
    if (cell.kind === "unreadable") return cell;
    row.push(cell.value);
  }
  return read(row);
}

function trimmed({ text, at }: Line): Line {
  return { text: text.trim(), at: at + text.length - text.trimStart().length };
}

function split(line: Line | undefined, by: RegExp): Line[] {
  if (!line) return [];
  const parts: Line[] = [];
  let from = 0;
  for (const { index, 0: divider } of line.text.matchAll(by)) {
    parts.push({ text: line.text.slice(from, index), at: line.at + from });
    from = index + divider.length;
  }
  const rest = line.text.slice(from);
  // A semicolon at the end of a row, or of all rows, begins no other.
  if (rest.trim() !== "" || by.source !== ";") parts.push({ text: rest, at: line.at + from });
  return parts;
}
