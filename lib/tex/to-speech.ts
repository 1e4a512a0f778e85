import type { Expression, Fence, FunctionName, ProductSign, RelationSign } from "./expression";
import { formatNumber } from "./numbers";
import { bindsLooser, isNegative, negated } from "./precedence";

/**
 * A line as a teacher would read it aloud; screen readers speak it in place of the typeset formula.
 *
 * @example toSpeech(equation(symbol("Y", [0, 1]), sum(2, -6), -4))
 * // "Y at 0, 1 equals 2 minus 6 equals minus 4"
 */
export function toSpeech(line: Expression): string {
  switch (line.kind) {
    case "number":
      return formatNumber(line.value)
        .replace(/^-/, "minus ")
        .replace("∞", "infinity")
        .replace(
          /e([+-]?)(\d+)$/,
          (_, sign: string, digits: string) =>
            ` times 10 to the ${sign === "-" ? "minus " : ""}${digits}`,
        );
    case "symbol":
      return spokenName(line.name) + spokenIndices(line.subscript);
    case "partial":
      return `partial ${toSpeech(line.of)} by ${toSpeech(line.by)}`;
    case "words":
      return line.text;
    case "sum":
      return spokenSum(line.terms);
    case "difference":
      return `${toSpeech(line.left)} minus ${fenced(line.right, line)}`;
    case "product":
      return line.factors.map((factor) => fenced(factor, line)).join(PRODUCT_SIGNS[line.sign]);
    case "fraction":
      return `${grouped(line.over)} over ${grouped(line.under)}`;
    case "power":
      return `${fenced(line.base, line)} ${spokenExponent(line.exponent)}`;
    case "root":
      return `the square root of ${grouped(line.of)}`;
    case "fence":
      return line.fence === "parentheses" && line.of.kind === "number"
        ? toSpeech(line.of)
        : `${FENCES[line.fence]} ${toSpeech(line.of)}${line.fence === "parentheses" ? ", close" : ","}`;
    case "call":
      if (line.name === "rot180")
        return `${line.args.map(toSpeech).join(", ")} turned by 180 degrees`;
      return `${FUNCTIONS[line.name]} ${line.args.map(toSpeech).join(", ")}`;
    case "total":
      return `the sum over ${line.indices.join(" and ")} of ${fenced(line.of, line)}`;
    case "relation":
      return line.sides.map(toSpeech).join(` ${SPOKEN_RELATIONS[line.sign]} `);
    case "shape":
      return line.sizes.map(toSpeech).join(" by ");
    case "matrix":
      return `the matrix with rows ${line.rows.map((row) => row.map(toSpeech).join(" ")).join("; ")};`;
    case "negative":
      return `minus ${fenced(line.of, line)}`;
    case "sequence":
      return line.parts.map(toSpeech).join(line.separator === "comma" ? ", " : " ");
    case "dots":
      return "and so on";
    case "blank":
      return "what?";
  }
}

const FENCES: Record<Fence, string> = {
  parentheses: "open",
  floor: "the floor of",
  ceiling: "the ceiling of",
  bars: "the absolute value of",
};

const FUNCTIONS: Record<Exclude<FunctionName, "rot180">, string> = {
  max: "the largest of",
  min: "the smallest of",
  exp: "e to the",
  log: "the natural log of",
  ReLU: "ReLU of",
  softmax: "softmax of",
  mean: "the mean of",
};

/** Relations as they are read aloud. @example SPOKEN_RELATIONS["≤"] // "is at most" */
export const SPOKEN_RELATIONS: Readonly<Record<RelationSign, string>> = {
  "=": "equals",
  "≈": "is about",
  "≠": "is not",
  "<": "is less than",
  "≤": "is at most",
  ">": "is more than",
  "≥": "is at least",
  "→": "becomes",
  "∈": "is in",
};

const PRODUCT_SIGNS: Record<ProductSign, string> = {
  dot: " times ",
  times: " times ",
  star: " correlated with ",
  none: " ",
};

const LETTERS: Readonly<Record<string, string>> = {
  "\\alpha": "alpha",
  "\\lambda": "lambda",
  "\\eta": "eta",
  "\\mu": "mu",
  "\\sigma": "sigma",
  "\\gamma": "gamma",
  "\\beta": "beta",
  "\\varepsilon": "epsilon",
  "\\hat{X}": "X hat",
  "\\ell": "l",
};

function spokenName(name: string): string {
  return LETTERS[name] ?? name.replace(/^\\/, "").replace("'", " prime").replace("_", " ");
}

/** "Y at 0, 1": where the indices end, the next word begins. */
function spokenIndices(indices: readonly Expression[] | undefined): string {
  return indices ? ` at ${indices.map(toSpeech).join(", ")}` : "";
}

function spokenSum(terms: readonly Expression[]): string {
  return terms
    .map((term, index) => {
      if (index === 0) return toSpeech(term);
      if (term.kind === "dots") return ", and so on,";
      return isNegative(term)
        ? ` minus ${fenced(negated(term), { kind: "negative", of: term })}`
        : ` plus ${toSpeech(term)}`;
    })
    .join("");
}

function spokenExponent(exponent: Expression): string {
  if (exponent.kind === "number" && exponent.value === 2) return "squared";
  return `to the ${grouped(exponent)}`;
}

function fenced(part: Expression, parent: Expression): string {
  return bindsLooser(part, parent) ? `open ${toSpeech(part)}, close` : toSpeech(part);
}

function grouped(part: Expression): string {
  return part.kind === "sum" || part.kind === "difference" || part.kind === "total"
    ? `open ${toSpeech(part)}, close`
    : toSpeech(part);
}
