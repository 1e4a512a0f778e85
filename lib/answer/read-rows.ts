import { MAX_CELLS } from "./limits";
import { type Nested, flattened } from "./nested";
import type { Cell, Given } from "./quantity";
import { type Block, type Line, blocksIn } from "./printed-blocks";
import { type CellReader, tooMany } from "./read-cell";
import { type Reading, inWhole, read } from "./reading";

/** How cells and, where lines do not do it, rows are divided. */
interface Division {
  readonly cells: RegExp;
  readonly rows: "lines" | ";";
  /** Whether a comma inside a cell is the decimal sign. */
  readonly commas: boolean;
}

/**
 * Rows without brackets, one a line: CSV, TSV, tables, MATLAB's printouts, cells between spaces, with a blank line
 * between channels. A bar divides before a tab, that before a semicolon, a semicolon before a comma, a comma before spaces; where tabs or semicolons divide, a comma is the
 * decimal sign. On one line semicolons divide rows, as in MATLAB.
 *
 * @example readRows("1,2\n3,,", cellReader()) // shape [2, 2] … with blanks
 */
export function readRows(
  plain: string,
  readCell: CellReader,
  decimalComma = false,
): Reading<Given> {
  if (plain.split("\n", 2 * MAX_CELLS + 1).length > 2 * MAX_CELLS) return tooMany();
  const blocks = blocksIn(plain);
  const division = divisionOf(
    blocks.flatMap(({ lines }) => lines),
    decimalComma,
  );
  const planes: Cell[][][] = [];
  for (const block of blocks) {
    const rows = readBlock(plain, block, division, readCell);
    if (rows.kind === "unreadable") return rows;
    const before = block.continues ? planes.pop() : undefined;
    planes.push(before ? besideEachOther(before, rows.value) : rows.value);
  }
  return flattened(withoutLoneAxes(planes));
}

function readBlock(
  plain: string,
  { lines, power }: Block,
  division: Division,
  readCell: CellReader,
): Reading<Cell[][]> {
  const rows: Cell[][] = [];
  for (const line of division.rows === ";" ? split(lines[0], /;/g) : lines) {
    const row = readRow(plain, line, division, readCell);
    if (row.kind === "unreadable") return row;
    rows.push(power === 0 ? row.value : row.value.map((cell) => timesTen(cell, power)));
  }
  return read(rows);
}

/** Columns 1 through 8 and those that go on with them. */
function besideEachOther(left: readonly Cell[][], right: readonly Cell[][]): Cell[][] {
  const rows = left.length >= right.length ? left : right;
  return rows.map((_, index) => [...(left[index] ?? []), ...(right[index] ?? [])]);
}

/** A cell under a common factor of MATLAB's: its last digit moves with it. */
function timesTen(cell: Cell, power: number): Cell {
  if (cell === null || typeof cell === "number") return cell && cell * 10 ** power;
  const { value, place, shown } = cell;
  return { ...cell, value: value * 10 ** power, place: place + power, shown: `${shown}e${power}` };
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

function divisionOf(lines: readonly Line[], decimalComma: boolean): Division {
  const has = (character: string) => lines.some(({ text }) => text.includes(character));
  if (has("|")) return { cells: /\|/g, rows: "lines", commas: true };
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
