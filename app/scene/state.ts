import type { CellRef } from "@/lib/derivation";
import { cellKey, type StepScene } from "./types";

/** The cells that a step lights, by key. */
export function litBy(step: StepScene | undefined): ReadonlyMap<string, CellRef> {
  return litCells(step?.cells ?? []);
}

/** Cells by key; where a cell is named twice the one with a factor stands. */
export function litCells(cells: readonly CellRef[]): ReadonlyMap<string, CellRef> {
  const lit = new Map<string, CellRef>();
  for (const cell of cells) {
    const key = cellKey(cell.tensor, cell.at);
    if (lit.get(key)?.factor === undefined) lit.set(key, cell);
  }
  return lit;
}

/** The cells that have come out by the step at `index`, itself included. */
export function revealedBy(steps: readonly StepScene[], index: number): ReadonlySet<string> {
  return new Set(steps.slice(0, index + 1).flatMap((step) => step.reveals));
}
