import type { Given } from "@/lib/answer/check";
import { valueOf } from "@/lib/answer/check";
import type { GivenAnswer, GivenValue } from "@/lib/mistakes";

/** An answer that was read, as the search for mistakes takes it: a number with what its digits leave open. */
export function givenAnswer({ shape, cells }: Given): GivenAnswer {
  return { shape, data: cells.map(givenValue) };
}

function givenValue(cell: Given["cells"][number]): GivenValue {
  const value = valueOf(cell);
  if (value === undefined) return null;
  if (typeof cell !== "object" || cell?.form !== "decimal") return value;
  return { value, within: (10 ** cell.place * (cell.unit?.size ?? 1)) / 2 };
}
