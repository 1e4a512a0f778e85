import type { CellRef } from "@/lib/derivation";
import type { Role } from "@/lib/tex";
import { cellKey, type StepScene } from "./types";

/** The lit cells by key, and whose numbers stand in their corners. */
export interface Lit {
  readonly cells: ReadonlyMap<string, CellRef>;
  readonly factorRole: Role;
}

/** Cells by key; where a cell is named twice the one with a factor stands. */
export function litCells(refs: readonly CellRef[]): Lit {
  const cells = new Map<string, CellRef>();
  for (const cell of refs) {
    const key = cellKey(cell.tensor, cell.at);
    if (cells.get(key)?.factor === undefined) cells.set(key, cell);
  }
  const byGradient = refs.some(({ tensor }) => tensor === "dw");
  return { cells, factorRole: byGradient ? "gradient" : "kernel" };
}

/** The cells that have come out by the step at `index`, itself included. */
export function revealedBy(steps: readonly StepScene[], index: number): ReadonlySet<string> {
  return new Set(steps.slice(0, index + 1).flatMap((step) => step.reveals));
}
