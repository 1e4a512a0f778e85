import type { CellRef, TensorName } from "@/lib/derivation";
import { LABELS, spokenSymbol } from "./labels";

/**
 * Which cells are lit, in words. Outermost rows and columns stand for what lies between.
 *
 * @example "input rows 0–1, columns 1–2; output row 0, column 1 lit."
 */
export function describeCells(cells: readonly CellRef[]): string {
  const tensors = [...new Set(cells.map(({ tensor }) => tensor))];
  const parts = tensors.map((tensor) =>
    describeIn(
      tensor,
      cells.filter((cell) => cell.tensor === tensor).map(({ at }) => at),
    ),
  );
  return parts.length > 0 ? `Lit: ${parts.join("; ")}.` : "";
}

function describeIn(tensor: TensorName, places: readonly (readonly number[])[]): string {
  const { words, symbol } = LABELS[tensor];
  const name = words === "gradient" ? `gradient ${spokenSymbol(symbol)}` : words;
  const rank = places[0]?.length ?? 0;
  if (rank === 0) return name;
  if (rank === 1) return `${name} ${range("entry", "entries", places, 0)}`;
  return `${name} ${range("row", "rows", places, rank - 2)}, ${range("column", "columns", places, rank - 1)}`;
}

function range(
  one: string,
  many: string,
  places: readonly (readonly number[])[],
  axis: number,
): string {
  const indices = places.map((at) => at[axis] ?? 0);
  const [from, to] = [Math.min(...indices), Math.max(...indices)];
  return from === to ? `${one} ${from}` : `${many} ${from}–${to}`;
}
