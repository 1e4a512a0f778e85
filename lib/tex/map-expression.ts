import type { Expression } from "./expression";

/**
 * A line with some of its parts replaced: where `change` has nothing in place of a part, the parts within it are asked
 * about.
 *
 * @example mapExpression(sum("X", 1), (part) => (part.kind === "symbol" ? symbol("Z") : undefined)) // Z + 1
 */
export function mapExpression(
  line: Expression,
  change: (part: Expression) => Expression | undefined,
): Expression {
  const changed = change(line);
  if (changed) return changed;
  const one = (part: Expression): Expression => mapExpression(part, change);
  const all = (parts: readonly Expression[]): readonly Expression[] => parts.map(one);
  switch (line.kind) {
    case "symbol":
      return line.subscript ? { ...line, subscript: all(line.subscript) } : line;
    case "partial":
      return { ...line, of: one(line.of), by: one(line.by) };
    case "sum":
      return { ...line, terms: all(line.terms) };
    case "difference":
      return { ...line, left: one(line.left), right: one(line.right) };
    case "product":
      return { ...line, factors: all(line.factors) };
    case "fraction":
      return { ...line, over: one(line.over), under: one(line.under) };
    case "power":
      return { ...line, base: one(line.base), exponent: one(line.exponent) };
    case "root":
    case "fence":
    case "total":
    case "negative":
      return { ...line, of: one(line.of) };
    case "call":
      return { ...line, args: all(line.args) };
    case "relation":
      return { ...line, sides: all(line.sides) };
    case "shape":
      return { ...line, sizes: all(line.sizes) };
    case "matrix":
      return { ...line, rows: line.rows.map(all) };
    case "sequence":
      return { ...line, parts: all(line.parts) };
    case "number":
    case "words":
    case "dots":
    case "blank":
      return line;
  }
}
