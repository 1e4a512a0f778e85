import { formatNumber, number } from "@/lib/tex";
import type { FieldPlane } from "../../document/document";
import type { Plane } from "../stem";
import { texFormula, texTallFormula } from "./text";

/** Ems: a cell, a digit, what stands beside the digits, and a cell for handwriting. */
const CELL = 2;
const DIGIT = 0.5;
const PADDING = 0.9;
const EMPTY_CELL = 3.5;

/** Planes of numbers side by side, none wider than the room in ems. */
export function planesSource(planes: readonly Plane[], room: number): string {
  return inPlanes(planes.map((plane) => planeSource(plane, room)));
}

function planeSource({ role, name, shape, values }: Plane, room: number): string {
  const [, columns] = shape;
  const longest = Math.max(1, ...values.map((value) => formatNumber(value).length));
  const width = Math.max(CELL, longest * DIGIT + PADDING);
  const cells = values.map((value) => texFormula(number(value)));
  const source = `\\plane{${role}}{${texTallFormula(name)}}{${columns - 1}}{${width}em}{${cellsSource(cells, columns)}}`;
  return within(source, columns * width, room);
}

/** Planes to be filled in. */
export function emptyPlanesSource(planes: readonly FieldPlane[], room: number): string {
  return inPlanes(
    planes.map(({ name, rows }) => {
      const columns = rows[0]?.length ?? 0;
      const width = Math.min(EMPTY_CELL, Math.floor((room / columns) * 100) / 100);
      const cells = cellsSource(Array<string>(rows.length * columns).fill(""), columns);
      return `\\emptyplane{${texTallFormula(name)}}{${columns - 1}}{${width}em}{${cells}}`;
    }),
  );
}

function inPlanes(planes: readonly string[]): string {
  return `\\begin{planes}\n${planes.join("%\n")}\n\\end{planes}`;
}

/** Made smaller as a whole where it is too wide. */
function within(source: string, width: number, room: number): string {
  return width <= room ? source : `\\scalebox{${(room / width).toFixed(2)}}{${source}}`;
}

/** @example cellsSource(["1", "2", "3", "4"], 2) // "1&2\\\\\\hline 3&4\\\\" */
function cellsSource(cells: readonly string[], columns: number): string {
  const rows = Array.from({ length: cells.length / columns }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns).join("&"),
  );
  return `${rows.join("\\\\\\hline ")}\\\\`;
}
