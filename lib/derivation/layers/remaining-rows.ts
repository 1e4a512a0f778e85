import { number, words } from "@/lib/tex";
import type { Step } from "../step";

/** The step that says how many rows are left, where any are. */
export function remainingRows(count: number): Step[] {
  if (count <= 0) return [];
  const line = {
    kind: "product",
    sign: "none",
    factors: [number(count), words(count === 1 ? " more row" : " more rows")],
  } as const;
  return [{ rule: "remaining-rows", line, value: count, cells: [], facts: { count } }];
}
