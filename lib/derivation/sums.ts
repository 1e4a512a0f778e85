import {
  type Expression,
  type Writable,
  dots,
  equation,
  isShownExactly,
  relation,
  sum,
} from "@/lib/tex";

/** The most terms that one line shows; of more, the first ones and the last, with dots between. */
export const MAX_TERMS = 12;

/** How many terms stay before and after the dots. */
const [BEFORE, AFTER] = [4, 2];

/**
 * A row of terms that fits on a line: all of them, or the first four and the last two around dots.
 *
 * @example elided([1, 2, 3]) // 1, 2, 3
 */
export function elided(terms: readonly Writable[]): Writable[] {
  if (terms.length <= MAX_TERMS) return [...terms];
  return [...terms.slice(0, BEFORE), dots, ...terms.slice(-AFTER)];
}

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
  const worked = [...elided(values), ...(last ? [last.value] : [])];
  const plain = terms.every((term) => term.kind === "number");
  const single = written.length === 1;
  if (written.length > 0 && !(plain && single)) sides.push(sum(...written));
  if (!single && !plain) sides.push(sum(...worked));
  return equals(sides, result, last ? [...values, last.value] : values);
}

/** sides = result, or ≈ where the result or a number on the way is rounded to be shown. */
export function equals(
  sides: readonly Expression[],
  result: Expression,
  onTheWay: readonly number[] = [],
): Expression {
  const numbers = result.kind === "number" ? [...onTheWay, result.value] : onTheWay;
  if (numbers.every(isShownExactly)) return equation(...sides, result);
  return relation("≈", sides.length === 1 ? (sides[0] ?? result) : equation(...sides), result);
}

/** Floating-point zero without its sign. */
export function unsigned(value: number): number {
  return value === 0 ? 0 : value;
}
