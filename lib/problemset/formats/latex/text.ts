import type { Paragraph } from "@/lib/exercises";
import { type Expression, toTex } from "@/lib/tex";
import { shownAs } from "../names";

/** ASCII, and the letters and marks of the encoding T1 that its declarations for inputenc know. */
const IN_T1 =
  /^[ -~¡£«»¿À-ÖØ-öø-ÿ\u0100-\u0125\u0128-\u0137\u0139-\u013E\u0141-\u0148\u014A-\u0165\u0168-\u017EȘ-ț–—‘’‚“”„‹›]$/u;

/** The signs of the wordings, in the fonts for maths. */
const SIGNS: Readonly<Record<string, string>> = {
  "−": "-",
  "×": "\\times",
  "·": "\\cdot",
  "⋆": "\\star",
  "∂": "\\partial",
  "≤": "\\le",
  "≥": "\\ge",
  "≠": "\\neq",
  "≈": "\\approx",
  "→": "\\to",
  "∈": "\\in",
  "∞": "\\infty",
  "∑": "\\sum",
  "√": "\\surd",
  "⌊": "\\lfloor",
  "⌋": "\\rfloor",
  "⌈": "\\lceil",
  "⌉": "\\rceil",
  "°": "^\\circ",
  "²": "^2",
  "³": "^3",
  "′": "'",
  μ: "\\mu",
  σ: "\\sigma",
  γ: "\\gamma",
  β: "\\beta",
  η: "\\eta",
  ε: "\\varepsilon",
};

/** Characters with a meaning of their own, alone or, as in "--" and "<<", side by side. */
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "`": "\\textasciigrave{}",
  '"': "\\textquotedbl{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "…": "\\ldots{}",
  "\u202F": "\\,",
  ",": ",{}",
  "-": "-{}",
  "'": "'{}",
};

const isShown = (character: string) =>
  IN_T1.test(character) || character in SIGNS || /[…\u202F]/.test(character);

/**
 * Any text as LaTeX that shows it and does nothing else; what T1's fonts cannot show is written in ASCII.
 *
 * @example texText("50 % of a_b, Зоя") // "50 \\% of a\\_b, Zoya"
 */
export function texText(text: string): string {
  return shownAs(text, isShown).replace(/[\\{}$&#%_^~`"<>…]|,(?=,)|-(?=-)|'(?=')|[^ -~]/gu, escape);
}

function escape(character: string): string {
  const sign = SIGNS[character];
  if (sign !== undefined) return `\\ensuremath{${sign}}`;
  return ESCAPES[character] ?? (/^[{}$&#%_]$/.test(character) ? `\\${character}` : character);
}

/** A formula in the line, in its roles' colours. @example texFormula(symbol("X")) // "$X$" */
export function texFormula(line: Expression): string {
  return `$${formulaSource(line)}$`;
}

/** The same with fractions at their full height. */
export function texTallFormula(line: Expression): string {
  return line.kind === "words" ? texText(line.text) : `$\\displaystyle ${formulaSource(line)}$`;
}

/** Words inside a formula may hold signs and letters of any kind. */
function formulaSource(line: Expression): string {
  return toTex(line, { colour: true }).replace(/[^ -~]+/gu, texText);
}

/** Words and formulas. @example texProse(["Slide ", symbol("K"), "."]) // "Slide $K$." */
export function texProse(paragraph: Paragraph): string {
  return paragraph
    .map((part) => {
      if (typeof part === "string") return texText(part);
      return part.kind === "words" ? texText(part.text) : texFormula(part);
    })
    .join("");
}
