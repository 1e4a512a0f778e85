import type { Expression, Fence, ProductSign } from "./expression";
import { formatNumber } from "./numbers";
import { bindsLooser, guarded, isNegative, negated } from "./precedence";

/**
 * A line as plain text for a terminal or the clipboard; its minus is the ASCII one.
 *
 * @example toText(equation(symbol("Y", [0, 1]), sum(2, -6), -4)) // "Y[0,1] = 2 - 6 = -4"
 */
export function toText(line: Expression): string {
  switch (line.kind) {
    case "number":
      return formatNumber(line.value);
    case "symbol":
      return (
        plainName(line.name) + (line.subscript ? `[${line.subscript.map(tight).join(",")}]` : "")
      );
    case "partial":
      return `d${toText(line.of)}/d${toText(line.by)}`;
    case "words":
      return line.text;
    case "sum":
      return textSum(line.terms);
    case "difference":
      return `${toText(line.left)} - ${fenced(line.right, line)}`;
    case "product":
      return textProduct(line);
    case "fraction":
      return `${operand(line.over)}/${operand(line.under)}`;
    case "power":
      return `${fenced(line.base, line)}^${operand(line.exponent)}`;
    case "root":
      return `sqrt(${toText(line.of)})`;
    case "fence":
      return FENCES[line.fence][0] + toText(line.of) + FENCES[line.fence][1];
    case "call":
      return `${line.name}(${line.args.map(toText).join(", ")})`;
    case "total":
      return `sum over ${line.indices.join(",")} of ${fenced(line.of, line)}`;
    case "relation":
      return line.sides.map(toText).join(` ${line.sign} `);
    case "shape":
      return line.sizes.map(toText).join(" x ");
    case "matrix":
      return `[${line.rows.map((row) => `[${row.map(toText).join(", ")}]`).join(", ")}]`;
    case "negative":
      return `-${fenced(line.of, line)}`;
    case "sequence":
      return line.parts.map(toText).join(line.separator === "comma" ? ", " : " ");
    case "dots":
      return "...";
    case "blank":
      return "?";
  }
}

const FENCES: Record<Fence, readonly [string, string]> = {
  parentheses: ["(", ")"],
  floor: ["floor(", ")"],
  ceiling: ["ceil(", ")"],
  bars: ["|", "|"],
};

const PRODUCT_SIGNS: Record<ProductSign, string> = {
  dot: "·",
  times: " x ",
  star: " ⋆ ",
  none: "·",
};

const LETTERS: Readonly<Record<string, string>> = {
  "\\mu": "μ",
  "\\sigma": "σ",
  "\\gamma": "γ",
  "\\beta": "β",
  "\\alpha": "α",
  "\\lambda": "λ",
  "\\eta": "η",
  "\\varepsilon": "ε",
  "\\ell": "ℓ",
  "\\hat{X}": "X̂",
};

function plainName(name: string): string {
  return LETTERS[name] ?? name.replace(/^\\/, "");
}

function textSum(terms: readonly Expression[]): string {
  let text = "";
  for (const term of terms) {
    if (text === "") text = toText(term);
    else text += isNegative(term) ? ` - ${subtracted(term)}` : ` + ${toText(guarded(term))}`;
  }
  return text;
}

function textProduct(part: Expression & { kind: "product" }): string {
  let text = "";
  for (const factor of part.factors) {
    const later = text !== "";
    if (later) text += PRODUCT_SIGNS[part.sign];
    text += isNegative(factor) && later ? `(${toText(factor)})` : fenced(factor, part);
  }
  return text;
}

/** An index without spaces around its signs. */
function tight(index: Expression): string {
  const text = toText(index);
  return text.includes(" ") ? text.replace(/ ([+-]) /g, "$1") : text;
}

/** What stands after a minus: a sum in parentheses. */
function subtracted(term: Expression): string {
  return fenced(negated(term), { kind: "negative", of: term });
}

function fenced(part: Expression, parent: Expression): string {
  return bindsLooser(part, parent) ? `(${toText(part)})` : toText(part);
}

function operand(part: Expression): string {
  const simple =
    part.kind === "number" ||
    part.kind === "symbol" ||
    part.kind === "fence" ||
    part.kind === "call";
  return simple ? toText(part) : `(${toText(part)})`;
}
