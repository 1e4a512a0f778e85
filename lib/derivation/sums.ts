import { type Expression, number, sum } from "@/lib/tex";
import { conclude, settle } from "./conclude";
import { elided } from "./elided";

/** What is added at the end of a sum and is never elided: a bias. */
export interface LastTerm {
  readonly term: Expression;
  readonly value: number;
}

/**
 * A sum worked out: name = the terms = their values = the result, leaving out a side that says
 * nothing new. ≈ stands before a number that is not shown to its last digit.
 *
 * @example workedSum(Y01, [dot(2, 1), dot(6, -1)], [2, -6], number(-4, "output"))
 * // Y₀,₁ = 2 · 1 + 6 · (−1) = 2 − 6 = −4
 */
export function workedSum(
  name: Expression,
  terms: readonly Expression[],
  values: readonly number[],
  result: Expression,
  last?: LastTerm,
): Expression {
  const sides: Expression[] = [name];
  const written = [...elided(terms), ...(last ? [last.term] : [])];
  const worked = [...elided(values.map((value) => number(value))), ...(last ? [last.value] : [])];
  const plain = terms.every((term) => term.kind === "number");
  const single = written.length === 1;
  if (written.length > 0 && !(plain && single)) sides.push(sum(...written));
  if (!single && !plain) sides.push(sum(...worked));
  return conclude(...sides, result);
}

/**
 * The sum of numbers, without the noise that decimals leave where they cancel.
 *
 * @example total([0.1, 0.2, -0.3]) // 0, not 5.6e-17
 */
export function total(values: readonly number[]): number {
  const scale = values.reduce((size, value) => size + Math.abs(value), 0);
  return settle(
    values.reduce((added, value) => added + value, 0),
    scale,
  );
}
