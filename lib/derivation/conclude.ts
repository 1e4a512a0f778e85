import {
  type Expression,
  type Writable,
  isShownExactly,
  number,
  parentheses,
  relation,
  sum,
  symbol,
  toText,
} from "@/lib/tex";
import { elided } from "./elided";

/**
 * a = b = c, with ≈ from the first side on in which a number is shown rounded.
 *
 * @example toText(conclude("p", fraction(1, 3), 1 / 3)) // "p = 1/3 ≈ 0.333333"
 */
export function conclude(...sides: readonly Writable[]): Expression {
  const parts = withoutRepeats(sides.map(asExpression));
  const rounded = parts.findIndex(showsRounded);
  if (rounded === -1) return relation("=", ...parts);
  if (rounded <= 1) return relation("≈", ...parts);
  return relation("≈", relation("=", ...parts.slice(0, rounded)), ...parts.slice(rounded));
}

/**
 * What is left of a number that should have come out as 0 is rounding noise, and a line shows it as 0;
 * −0 is 0 too. `scale` is the size of what was added up.
 *
 * @example settle(5.6e-17, 1) // 0
 */
export function settle(value: number, scale = 0): number {
  return Math.abs(value) <= Math.abs(scale) * 1e-13 ? 0 : value;
}

/** A sum, the middle of a long one left out, but for the term at `kept`; a sum of one term is that term. */
export function sumOf(terms: readonly Expression[], kept?: number): Expression {
  const [only] = terms;
  return terms.length === 1 && only ? only : sum(...abridged(terms, kept));
}

/** A number inside a product, in parentheses where it is negative. */
export function inner(value: number): Expression {
  return value < 0 ? parentheses(number(value)) : number(value);
}

/**
 * The terms of a long sum or maximum, those in the middle left out by dots.
 *
 * The term at `kept` is always shown.
 *
 * @example abridged of 100 terms: the first four, ⋯, the last two
 */
export function abridged(terms: readonly Expression[], kept?: number): Expression[] {
  return elided(terms, kept).map(asExpression);
}

function asExpression(side: Writable): Expression {
  if (typeof side === "number") return number(side);
  return typeof side === "string" ? symbol(side) : side;
}

/** The sides without those that say again what stands before; the result keeps its own colour. */
function withoutRepeats(sides: readonly Expression[]): Expression[] {
  const last = sides.length - 1;
  const repeats = sides.map((side, index) => saysTheSame(sides[index - 1], side));
  return sides.filter((_, index) => {
    const endsIn = index === last - 1 && repeats[last];
    return !endsIn && (index === last || !repeats[index]);
  });
}

function saysTheSame(before: Expression | undefined, side: Expression): boolean {
  return before?.kind === side.kind && toText(before) === toText(side);
}

function showsRounded(part: Expression): boolean {
  return part.kind === "number" ? !isShownExactly(part.value) : partsOf(part).some(showsRounded);
}

function partsOf(part: Expression): readonly Expression[] {
  switch (part.kind) {
    case "symbol":
      return part.subscript ?? [];
    case "sum":
      return part.terms;
    case "difference":
      return [part.left, part.right];
    case "product":
      return part.factors;
    case "fraction":
      return [part.over, part.under];
    case "power":
      return [part.base, part.exponent];
    case "root":
    case "fence":
    case "total":
    case "negative":
      return [part.of];
    case "call":
      return part.args;
    case "relation":
      return part.sides;
    case "shape":
      return part.sizes;
    case "matrix":
      return part.rows.flat();
    default:
      return [];
  }
}
