import { type Nested, flattened } from "./nested";
import type { Cell, Given } from "./quantity";
import { type CellReader, elided } from "./read-cell";
import { type Reading, inWhole, placeOf, read, unreadable } from "./reading";

const BEGIN = "\\begin{";
const MATRIX = /^(?:[bpvBV]?matrix\*?|smallmatrix|array|aligned)$/;

/**
 * LaTeX matrices: bmatrix, pmatrix, array …, cells between &, rows between \\ or \cr; several one after another are channels.
 *
 * @example readLatexMatrix("\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}", cellReader()) // shape [2, 2]
 */
export function readLatexMatrix(written: string, readCell: CellReader): Reading<Given> {
  const plain = written.replaceAll(/\\cr(?![A-Za-z])/g, " \\\\");
  let begin = plain.indexOf(BEGIN);
  if (begin < 0) return rowsAlone(plain, readCell);
  const matrices: Nested[] = [];
  while (begin >= 0) {
    const body = bodyOf(plain, begin);
    if ("kind" in body) return body;
    const matrix = rowsOf(plain, body.from, body.to, readCell);
    if (matrix.kind === "unreadable") return matrix;
    matrices.push(matrix.value);
    begin = plain.indexOf(BEGIN, body.to);
  }
  const [only, ...more] = matrices;
  return flattened(only !== undefined && more.length === 0 ? only : matrices);
}

/** 1 & 2 \\ 3 & 4, without what stands around it. */
function rowsAlone(plain: string, readCell: CellReader): Reading<Given> {
  const rows = rowsOf(plain, 0, plain.length, readCell);
  return rows.kind === "value" ? flattened(rows.value) : rows;
}

/** Whether a text is to be read as LaTeX matrices. */
export function isLatexMatrix(plain: string): boolean {
  return plain.includes(BEGIN) || plain.includes("&");
}

function bodyOf(plain: string, begin: number) {
  const nameAt = begin + BEGIN.length;
  const nameEnd = plain.indexOf("}", nameAt);
  const name = nameEnd < 0 ? "" : plain.slice(nameAt, Math.min(nameEnd, nameAt + 20));
  if (!MATRIX.test(name)) {
    return unreadable(
      "UNEXPECTED",
      nameAt,
      `Reading stopped at ${placeOf(plain, begin)}; bmatrix, pmatrix, matrix and array are read.`,
    );
  }
  const to = plain.indexOf(`\\end{${name}}`, nameEnd);
  if (to < 0) return unreadable("UNFINISHED", plain.length, `The text ends before \\end{${name}}.`);
  const columns = /^\s*(?:\{[\w|@ ]{0,40}\}|\[\w?\])/.exec(plain.slice(nameEnd + 1, nameEnd + 60));
  const hasColumns = name === "array" || name.endsWith("*");
  return { from: nameEnd + 1 + (hasColumns ? (columns?.[0].length ?? 0) : 0), to };
}

function rowsOf(plain: string, from: number, to: number, readCell: CellReader): Reading<Cell[][]> {
  const rows: Cell[][] = [];
  let at = from;
  for (const line of plain.slice(from, to).split("\\\\")) {
    const row = rowOf(plain, line, at, readCell);
    if (row.kind === "unreadable") return row;
    at += line.length + 2;
    // \\ after the last row begins no other, nor does the line below it.
    if (line.replaceAll("\\hline", "").trim() !== "" || at < to) rows.push(row.value);
  }
  return read(rows);
}

function rowOf(plain: string, line: string, from: number, readCell: CellReader): Reading<Cell[]> {
  const row: Cell[] = [];
  let at = from;
  for (const part of line.split("&")) {
    const dots = /\\[cvld]?dots\b/.exec(part);
    if (dots) return elided(at + dots.index);
    const cell = inWhole(readCell(plainCell(part), { commas: true }), plain, at);
    if (cell.kind === "unreadable") return cell;
    row.push(cell.value);
    at += part.length + 1;
  }
  return read(row);
}

/** A cell without what only sets it: \hline, thin spaces, {-}3, \phantom{-}3, a row's [2pt]. */
function plainCell(part: string): string {
  return part
    .replaceAll(/\\hline|\\[,;:!]|\\phantom\{-\}|\\quad|\\mathrm|\\text/g, " ")
    .replace(/^\s*\[\d+\w\w\]/, " ")
    .replaceAll(/\{(-?[\d.]*)\}(?!\s*\{)/g, (group, inner: string, at: number, all: string) =>
      /\\[dt]?frac\s*(?:\{[^{}]*\})?$/.test(all.slice(Math.max(0, at - 40), at)) ||
      all.charAt(at - 1) === "^"
        ? group
        : inner,
    );
}
