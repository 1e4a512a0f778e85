import {
  type AskName,
  type Diagnosis,
  type GivenTensor,
  type GivenValue,
  explain,
} from "@/lib/mistakes";
import type { Asked } from "./asked";
import { roundsFrom } from "./matches";
import type { Cell, Given } from "./quantity";

/**
 * The mistakes that explain a wrong answer, likeliest first.
 *
 * @param play how far each cell may be off besides its own rounding, where the question's numbers are rounded
 */
export function diagnose(
  question: Asked,
  ask: string,
  given: Given,
  play?: ArrayLike<number>,
): readonly Diagnosis[] {
  return isAskName(ask) ? explain(question, ask, asGivenTensor(given, play)) : [];
}

function isAskName(ask: string): ask is AskName {
  return /^(?:y|indices|params|macs|flops|receptive_field|(?:shapes|memory|grads)\..+)$/.test(ask);
}

/** An answer as the search takes it: values with half a unit of their last digit. */
function asGivenTensor({ shape, cells }: Given, play?: ArrayLike<number>): GivenTensor {
  return { shape, data: cells.map((cell, at) => asGivenValue(cell, play?.[at] ?? 0)) };
}

function asGivenValue(cell: Cell, play: number): GivenValue {
  if (cell === null) return cell;
  if (typeof cell === "number") return play === 0 ? cell : { value: cell, within: play };
  const size = cell.unit?.size ?? 1;
  const within = roundsFrom(cell) * size + play;
  return within === 0 ? cell.value * size : { value: cell.value * size, within };
}
