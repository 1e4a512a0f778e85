import {
  type Arriving,
  type ChainValue,
  boundsOf,
  questionGiven,
  recomputed,
} from "@/lib/network/chain";
import type { Question } from "@/lib/question";
import { type Range, type Ranges, rangeAround } from "@/lib/question/rounded";
import type { Tensor } from "@/lib/tensor";
import { playOf } from "../matches";
import type { Given } from "../quantity";

/** What stands in for a value in what comes after it. */
export interface Carried extends Arriving {
  /** The reader's wrong values that it comes from. */
  readonly from: readonly string[];
}

/** A value as it follows from what is carried to it. */
export interface Expected extends Carried {
  /** What would be asked of its layer alone, and between what bounds its numbers lie. */
  readonly question?: Question;
  readonly ranges: Ranges;
}

/** A value from what its layer reads: the right numbers, or the reader's own; with its bounds where they are rounded. */
export function follows(
  value: ChainValue,
  { x, dy }: { readonly x: Carried | undefined; readonly dy: Carried | undefined },
  weights: Ranges,
): Expected {
  const from = [...new Set([...(x?.from ?? []), ...(dy?.from ?? [])])];
  const range = boundsOf(value, { x, dy }, weights);
  const ranges = {
    ...weights,
    ...(x?.range ? { x: x.range } : {}),
    ...(dy?.range ? { dy: times(dy.range, value.factor) } : {}),
  };
  const reads = { x: x?.tensor, dy: dy?.tensor };
  const isOwn = from.length > 0;
  return {
    tensor: isOwn ? recomputed(value, reads) : value.tensor,
    from,
    range,
    ranges,
    ...asked(value, isOwn ? questionGiven(value, reads) : value.question),
  };
}

/** The question whose answer is the value itself; none where that is a multiple that no question gives. */
function asked(
  { factor, ask }: ChainValue,
  question: Question | undefined,
): { readonly question?: Question } {
  if (!question || factor === 1) return question ? { question } : {};
  // A gradient is linear in dy: so many times dy, so many times the gradient.
  const { dy } = question;
  if (!ask.startsWith("grads.") || !dy?.data) return {};
  return { question: { ...question, dy: { ...dy, data: dy.data.map((one) => one * factor) } } };
}

function times({ shape, low, high }: Range, factor: number): Range {
  return { shape, low: low.map((one) => one * factor), high: high.map((one) => one * factor) };
}

/** Where a reader's own numbers lie, whose last digits may be rounded, together with what they are meant to be. */
export function ownRange({ cells }: Given, own: Tensor, meant?: Tensor): Range | undefined {
  const play = cells.map((cell, at) =>
    cell === null || own.data[at] === meant?.data[at] ? 0 : playOf(cell),
  );
  if (play.every((one) => one === 0)) return undefined;
  const { shape, low, high } = rangeAround(own, play);
  return {
    shape,
    low: low.map((one, at) => Math.min(one, meant?.data[at] ?? one)),
    high: high.map((one, at) => Math.max(one, meant?.data[at] ?? one)),
  };
}
