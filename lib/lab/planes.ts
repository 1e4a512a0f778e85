import { type Params, forward, questionFrom } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";
import type { Role } from "@/lib/tex";
import type { GridItem, PlanesFigure, SignItem } from "./figure";

/** One H×W plane as rows of numbers. */
export type Rows = readonly (readonly number[])[];

/** A cell of a plane. */
export type At = readonly [row: number, column: number];

/** A plane's tensor as rows; −0 is 0. @example rowsOf(tensor([1, 2], [3, 4])) // [[3, 4]] */
export function rowsOf({ shape, data }: Tensor): number[][] {
  const [height = 1, width = 1] = shape.slice(-2);
  return Array.from({ length: height }, (_, row) =>
    Array.from(data.subarray(row * width, (row + 1) * width), (value) => value + 0),
  );
}

/** X ⋆ K of two planes. @throws KernelError where they do not fit @example convolved([[1, 2]], [[3]]) // [[3, 6]] */
export function convolved(x: Rows, w: Rows, params: Params = {}): number[][] {
  return rowsOf(forward(questionFrom({ op: "conv2d", params, inputs: { x, w } })).y);
}

/**
 * A plane moved to the right and down, or the other way by negative numbers; zeros come in behind it.
 *
 * @example shifted([[1, 2]], { right: 1, down: 0 }) // [[0, 1]]
 */
export function shifted(rows: Rows, by: { right: number; down: number }): number[][] {
  return rows.map((row, y) => row.map((_, x) => rows[y - by.down]?.[x - by.right] ?? 0));
}

/** A plane turned clockwise by quarters. @example turned([[1, 2]], 1) // [[1], [2]] */
export function turned(rows: Rows, quarters: number): Rows {
  if (quarters === 0) return rows;
  const width = rows[0]?.length ?? 0;
  const quarter = Array.from({ length: width }, (_, x) =>
    rows.map((row) => row[x] ?? 0).toReversed(),
  );
  return turned(quarter, quarters - 1);
}

/** Every cell of a plane. @example cellsOf([[5, 6]]) // [[0, 0], [0, 1]] */
export function cellsOf(rows: Rows): At[] {
  return rows.flatMap((row, y) => row.map((_, x): At => [y, x]));
}

/** The cells in which two planes of one size are not alike, up to the noise of floating point. */
export function cellsThatDiffer(one: Rows, other: Rows): At[] {
  return cellsOf(one).filter(([y, x]) => !isAlike(one[y]?.[x], other[y]?.[x]));
}

const NOISE = 1e-9;

function isAlike(one = Number.NaN, other = Number.NaN): boolean {
  return Math.abs(one - other) <= NOISE * Math.max(1, Math.abs(one), Math.abs(other));
}

/** Planes and signs as one figure. */
export function planesFigure(title: string, items: PlanesFigure["items"]): PlanesFigure {
  return { kind: "planes", title, items };
}

/** A plane of a figure. */
export function grid(title: string, role: Role, rows: Rows, lit: readonly At[] = []): GridItem {
  return { kind: "grid", title, role, rows, ...(lit.length > 0 ? { lit } : {}) };
}

/** What stands between two planes. @example sign("⋆").sign // "⋆" */
export function sign(written: string): SignItem {
  return { kind: "sign", sign: written };
}

/** X ⋆ K = Y, as the items of a figure. */
export function convolutionOf(x: GridItem, w: GridItem, y: GridItem): PlanesFigure["items"] {
  return [x, sign("⋆"), w, sign("="), y];
}
