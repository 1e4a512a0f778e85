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

/** The mistakes that explain a wrong answer, likeliest first. */
export function diagnose(question: Asked, ask: string, given: Given): readonly Diagnosis[] {
  return isAskName(ask) ? explain(question, ask, asGivenTensor(given)) : [];
}

function isAskName(ask: string): ask is AskName {
  return /^(?:y|indices|params|macs|flops|receptive_field|(?:shapes|memory|grads)\..+)$/.test(ask);
}

/** An answer as the search takes it: values with half a unit of their last digit. */
function asGivenTensor({ shape, cells }: Given): GivenTensor {
  return { shape, data: cells.map(asGivenValue) };
}

function asGivenValue(cell: Cell): GivenValue {
  if (cell === null || typeof cell === "number") return cell;
  const size = cell.unit?.size ?? 1;
  const within = roundsFrom(cell) * size;
  return within === 0 ? cell.value * size : { value: cell.value * size, within };
}
