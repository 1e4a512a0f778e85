import type { Cell, Given, Quantity } from "./quantity";
import type { Expected } from "./read-answer";

/** How an answer was read, to be shown before it is marked. */
export interface ReadAs {
  /** "a 2×2 matrix: −5, −6; −12, −9" */
  readonly text: string;
  /** The same as LaTeX; absent where it would be too large to look at. */
  readonly tex?: string;
}

/** The most cells that are shown again. */
const MOST_CELLS = 144;

/**
 * How an answer was read, in words and as LaTeX: "We read this as …".
 *
 * @example readAs(given, { kind: "tensor", shape: [2, 2] }).text // "a 2×2 matrix: 1, 2; 3, a blank cell"
 */
export function readAs(given: Given, expected: Expected): ReadAs {
  const { shape, cells } = given;
  if (expected.kind === "shape") return sizesRead(cells);
  if (shape.length === 0) return numberRead(cells[0] ?? null, expected.kind === "bytes");
  const what = `${articleFor(shape)} ${nameOf(shape)}`;
  if (cells.length > MOST_CELLS) return { text: what };
  const planes = planesOf(given);
  const rows = planes.map((plane) => plane.map((row) => row.map(cellText).join(", ")).join("; "));
  const channels = planes.length > 1 ? rows.map((row, index) => `[${index}] ${row}`) : rows;
  return { text: `${what}: ${channels.join(" | ")}`, tex: planes.map(matrixTex).join(",\\;") };
}

function sizesRead(cells: readonly Cell[]): ReadAs {
  if (cells.length === 0) return { text: "the shape of a single number: ()", tex: "()" };
  const sizes = cells.map(cellText);
  return { text: `the shape ${sizes.join(" × ")}`, tex: cells.map(cellTex).join(" \\times ") };
}

/** A size without a unit is read in bytes, and says so. */
function numberRead(cell: Cell, inBytes: boolean): ReadAs {
  if (cell === null) return { text: cellText(cell), tex: cellTex(cell) };
  if (typeof cell !== "number" && cell.unit) return sizeRead(cell, cell.unit);
  const working = typeof cell !== "number" && isWorking(cell) ? `${cell.shown} = ` : "";
  const [unit, unitTex] = inBytes ? [" B", "\\,\\mathrm{B}"] : ["", ""];
  return { text: `${working}${cellText(cell)}${unit}`, tex: `${cellTex(cell)}${unitTex}` };
}

function sizeRead(cell: Quantity, unit: NonNullable<Quantity["unit"]>): ReadAs {
  const isMemory = /(?:B|bit)$/.test(unit.name);
  const total =
    unit.size === 1 ? "" : ` = ${shownNumber(cell.value * unit.size)}${isMemory ? " B" : ""}`;
  const number = isWorking(cell) ? shownNumber(cell.value) : cell.shown;
  return {
    text: `${number} ${unit.name}${total}`,
    tex: `${plainTex(number)}\\,\\mathrm{${unit.name}}`,
  };
}

/** 1/2 is shown as it is, (32−5)/1+1 with its result. */
function isWorking({ form, shown, value }: Quantity): boolean {
  return form === "exact" && Number.isFinite(value) && !/^−?[\d.]+(?:\/−?[\d.]+)?$/.test(shown);
}

function nameOf(shape: readonly number[]): string {
  if (shape.length === 1) return `list of ${shape[0]} ${shape[0] === 1 ? "number" : "numbers"}`;
  return `${shape.join("×")} ${shape.length === 2 ? "matrix" : "tensor"}`;
}

/** An 8×8 matrix, an 11×2 matrix, a 2×2 matrix. */
function articleFor(shape: readonly number[]): string {
  return shape.length > 1 && /^(?:8|11$|18$)/.test(String(shape[0])) ? "an" : "a";
}

function planesOf({ shape, cells }: Given): Cell[][][] {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.at(-2) ?? 1;
  const planes: Cell[][][] = [];
  for (let from = 0; from < cells.length; from += rows * columns) {
    planes.push(
      Array.from({ length: rows }, (_, row) =>
        cells.slice(from + row * columns, from + (row + 1) * columns),
      ),
    );
  }
  return planes;
}

function cellText(cell: Cell): string {
  if (cell === null) return "a blank cell";
  if (typeof cell === "number") return shownNumber(cell);
  return isWorking(cell) ? shownNumber(cell.value) : cell.shown;
}

function matrixTex(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => row.map(cellTex).join(" & "));
  return `\\begin{bmatrix} ${lines.join(" \\\\ ")} \\end{bmatrix}`;
}

function cellTex(cell: Cell): string {
  return cell === null ? "\\square" : plainTex(cellText(cell));
}

/** The digits as they were read, in LaTeX's signs. */
function plainTex(shown: string): string {
  const [over = "", under] = shown.replaceAll("−", "-").split("/", 2);
  if (under === undefined) return over.replace("∞", "\\infty").replace("NaN", "\\mathrm{NaN}");
  return over.startsWith("-") ? `-\\frac{${over.slice(1)}}{${under}}` : `\\frac{${over}}{${under}}`;
}

/** All digits of what was read: this quotes a number, it does not round it. */
function shownNumber(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "∞";
  if (value === Number.NEGATIVE_INFINITY) return "−∞";
  return String(value).replaceAll("-", "−");
}
