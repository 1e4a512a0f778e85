import type { Range } from "@/lib/question/rounded";
import type { Tensor } from "@/lib/tensor";
import type { CellVerdict, Mark } from "./mark";
import { matchesWithin } from "./matches";
import type { Given } from "./quantity";

/**
 * Of the cells that are not their key's, those that do not lie between its bounds either.
 *
 * @param bounds between what each cell of the key lies, in the shape of what is given
 * @example cellsBeyond(mark(key, given), given, value, bounds).length // 0
 */
export function cellsBeyond(
  { cells }: Pick<Mark, "cells">,
  given: Given,
  value: Tensor,
  bounds: Range,
): CellVerdict[] {
  const widest = WIDEST * largestIn(value);
  return cells.filter((cell) => {
    const at = cell.at.reduce((place, index, axis) => place * (value.shape[axis] ?? 1) + index, 0);
    const written = given.cells[at] ?? null;
    const key = value.data[at] ?? Number.NaN;
    const [low, high] = [bounds.low[at] ?? key, bounds.high[at] ?? key];
    const isTelling = high - low <= widest;
    return written === null || !matchesWithin(written, key, isTelling ? [low, high] : [key, key]);
  });
}

/** Bounds wider than this share of the largest cell would accept almost anything. */
const WIDEST = 0.25;

function largestIn({ data }: Tensor): number {
  return data.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
}
