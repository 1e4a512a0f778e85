import type { Expression } from "./expression";

/** How tightly a construct binds: a looser part inside a tighter one needs parentheses. */
function tightness(part: Expression): number {
  switch (part.kind) {
    case "relation":
    case "sequence":
      return 0;
    case "sum":
    case "difference":
    case "negative":
      return 1;
    case "product":
    case "total":
    case "fraction":
      return 2;
    case "power":
      return 3;
    default:
      return 4;
  }
}

/**
 * Whether `part` needs parentheses where it stands inside `parent`.
 *
 * @example (3 + 1) · 10, 4 − (1 − 2), (−3)²
 */
export function bindsLooser(part: Expression, parent: Expression): boolean {
  if (parent.kind === "power") return tightness(part) <= 3 || isNegative(part);
  if (parent.kind === "difference" || parent.kind === "negative") {
    return tightness(part) <= 1 || isNegative(part);
  }
  if (parent.kind === "product" || parent.kind === "total") return tightness(part) <= 1;
  return false;
}

/**
 * A later term of a sum, its leading minus in parentheses where it cannot become a subtraction.
 *
 * @example 2 · 3 + (−2) · 3, never 2 · 3 + −2 · 3
 */
export function guarded(term: Expression): Expression {
  if (term.kind !== "product") return term;
  const [first] = term.factors;
  if (!first || !isNegative(first)) return term;
  const rest = term.factors.slice(1);
  return { ...term, factors: [{ kind: "fence", fence: "parentheses", of: first }, ...rest] };
}

/** Whether a term begins with a minus, so that a sum subtracts it. */
export function isNegative(part: Expression): boolean {
  return (
    (part.kind === "number" && (part.value < 0 || Object.is(part.value, -0))) ||
    part.kind === "negative"
  );
}

/** The term without its minus. */
export function negated(part: Expression): Expression {
  if (part.kind === "number") return { ...part, value: -part.value };
  return part.kind === "negative" ? part.of : part;
}
