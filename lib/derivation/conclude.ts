import {
  type Expression,
  type Writable,
  isShownExactly,
  number,
  relation,
  symbol,
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

/** The most terms that one line spells out. */
const LONGEST = 27;

/**
 * The terms of a long sum, those in the middle left out by dots.
 *
 * @example abridged of 100 terms: the first 6, ⋯, the last 2
 */
export function abridged(terms: readonly Expression[]): Expression[] {
  if (terms.length <= LONGEST) return [...terms];
  return [...terms.slice(0, 6), { kind: "dots" }, ...terms.slice(-2)];
}

function asExpression(side: Writable): Expression {
  if (typeof side === "number") return number(side);
  return typeof side === "string" ? symbol(side) : side;
}

/** The sides without those that say again what stands before; the result keeps its own colour. */
function withoutRepeats(sides: readonly Expression[]): Expression[] {
  return sides.filter((side, index) => {
    const [before, after] = [sides[index - 1], sides[index + 1]];
    const isLast = after === undefined;
    const endsIn = index === sides.length - 2 && after && toText(after) === toText(side);
    return !endsIn && (isLast || !before || toText(before) !== toText(side));
  });
}

/** A sum or product of one thing is that thing; a number is the same in any colour. */
function bare(part: Expression): Expression {
  if (part.kind === "sum" && part.terms.length === 1 && part.terms[0]) return bare(part.terms[0]);
  return part.kind === "number" ? number(part.value + 0) : part;
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
