import { SPOKEN_RELATIONS } from "@/lib/tex";
import { elementFrom, type MathElement } from "./math-elements";

/**
 * A formula's MathML as a teacher would read it aloud, in the words of the steps' own lines: read by
 * themselves, its elements come one by one, "italic G, subscript i, comma, italic j".
 *
 * @example spoken("<math><msub><mi>G</mi><mrow><mn>0</mn><mo>,</mo><mn>1</mn></mrow></msub></math>") // "G at 0, 1"
 */
export function spoken(mathml: string): string {
  return say(elementFrom(mathml))
    .replace(/(\d) [\u2009\u202f] (?=\d{3})/g, "$1")
    .replace(/\s+/g, " ")
    .replace(/open bracket (the matrix .*?;) , close/g, "$1")
    .replace(/ over partial (?!by)/g, " by ")
    .replace(/ ,/g, ",")
    .replace(/^correlated with$/, "star")
    .trim()
    .replace(/,$/, "");
}

function say({ tag, text, children }: MathElement): string {
  const [base, first, second] = children;
  switch (tag) {
    case "mn":
      return text;
    case "mo":
    case "mi":
    case "mtext":
      return children.length > 0 ? children.map(say).join(" ") : (WORDS[text] ?? text);
    case "mfrac":
      return `${grouped(base)} over ${grouped(first)}`;
    case "msqrt":
      return `the square root of ${grouped(base)}`;
    case "msub":
    case "munder":
      return lowered(base, first);
    case "msup":
      return raised(base, first);
    case "msubsup":
      return lowered(base, first).replace(/^\S+/, (name) => `${name} super ${said(second)}`);
    case "mtable":
      return `the matrix with rows ${children.map(say).join("; ")};`;
    case "mtr":
      return children.map(say).join(", ");
    default:
      return children.map(say).join(" ");
  }
}

function said(element: MathElement | undefined): string {
  return element ? say(element).trim() : "";
}

/** An index is told from a name that goes on: Y at 0, 1, but C in and y c. */
function lowered(base: MathElement | undefined, below: MathElement | undefined): string {
  const name = said(base);
  if (/^(the sum of|mean)$/.test(name)) {
    return `the ${name.split(" ")[1] ?? name} over ${said(below)} of`;
  }
  const isWord = below?.children.length && below.children.every(({ tag }) => tag === "mi");
  if (isWord) return `${name} ${below.children.map(say).join("")}`;
  const isIndex = /\d|,/.test(said(below));
  return isIndex ? `${name} at ${said(below)}` : `${name} ${said(below)}`;
}

function raised(base: MathElement | undefined, above: MathElement | undefined): string {
  const exponent = said(above);
  if (exponent === "2") return `${said(base)} squared`;
  if (/^(prime|transposed)$/.test(exponent)) return `${said(base)} ${exponent}`;
  return /^[A-Z]$/.test(said(base))
    ? `${said(base)} super ${exponent}`
    : `${said(base)} to the ${grouped(above)}`;
}

function grouped(element: MathElement | undefined): string {
  const isLong = element?.children
    .slice(1)
    .some(({ tag, text }) => tag === "mo" && /[+−]/.test(text));
  return isLong ? `open ${said(element)}, close` : said(element);
}

const WORDS: Readonly<Record<string, string>> = {
  ...SPOKEN_RELATIONS,
  "←": "becomes",
  "⟶": "becomes",
  "+": "plus",
  "−": "minus",
  "±": "plus or minus",
  "⋅": "times",
  "×": "times",
  "⋆": "correlated with",
  "∗": "asterisk",
  "/": "over",
  "(": "open",
  ")": ", close",
  "[": "open bracket",
  "]": ", close",
  "⌊": "the floor of",
  "⌋": ",",
  "⌈": "the ceiling of",
  "⌉": ",",
  "∥": "double bar",
  "∣": "bar",
  "∑": "the sum of",
  "∂": "partial",
  "∞": "infinity",
  "…": "and so on",
  "′": "prime",
  "⊤": "transposed",
  "\u2061": "",
  ln: "the natural log of",
  exp: "e to the",
  min: "the smallest of",
  max: "the largest of",
  rot180: "rot 180 of",
  α: "alpha",
  β: "beta",
  γ: "gamma",
  ε: "epsilon",
  η: "eta",
  λ: "lambda",
  μ: "mu",
  σ: "sigma",
};
