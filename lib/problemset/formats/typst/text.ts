import type { Paragraph } from "@/lib/exercises";
import { type Expression, toSpeech, toTypst } from "@/lib/tex";
import { shownAs } from "../names";

/**
 * Latin, Greek and Cyrillic letters with their marks, and the signs of the wordings: Libertinus Serif and New Computer
 * Modern have a glyph for each, and PDF/UA allows no character without one.
 */
const IN_FONTS =
  /^(?:[\u0300-\u036F]|[ -~\u00A0-\u024F\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03CE\u0400-\u045F\u1E00-\u1E99\u1EA0-\u1EF9\u2010-\u2015\u2018-\u201E\u2020-\u2022\u2026\u2032\u2033\u2039\u203A\u20AC\u2190-\u2193\u2202\u2206\u2211\u2212\u221A\u221E\u2248\u2260\u2264\u2265\u22C5\u22C6])$/u;

/** Words inside a formula stand in its own font, which has fewer letters. */
const IN_MATHS = /^[ -~\u00A0-\u00FF\u2013\u2018-\u201D\u2026\u2212\u2264\u2265\u22C6]$/u;

/** A Typst string of the text, in characters that the fonts have. @example typstString('a"#') // "\"a\\\"#\"" */
export function typstString(text: string): string {
  return quoted(shownAs(text, (character) => IN_FONTS.test(character)));
}

/** Nothing but these two ends or bends a string, so whatever else it holds is text, never markup. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function inMaths(text: string): string {
  return quoted(shownAs(text, (character) => IN_MATHS.test(character)));
}

/** A formula in the line, with what a screen reader speaks. @example formula(symbol("X")) // "#m(\"X\", $input(X)$)" */
export function formula(line: Expression): string {
  return `#m(${equationOf(line)})`;
}

/** The same with fractions at their full height. */
export function tallFormula(line: Expression): string {
  return `#tall(${equationOf(line)})`;
}

function equationOf(line: Expression): string {
  return `${typstString(toSpeech(line))}, $${toTypst(line, { colour: true, keepsProducts: true, quote: inMaths })}$`;
}

/** Words and formulas as Typst markup. */
export function prose(paragraph: Paragraph): string {
  return paragraph
    .map((part) => {
      if (typeof part === "string") return `#${typstString(part)}`;
      return part.kind === "words" ? `#${typstString(part.text)}` : formula(part);
    })
    .join("");
}

/** Content in brackets. @example content("#a") // "[#a]" */
export function content(...blocks: readonly string[]): string {
  return `[${blocks.join("\n")}]`;
}
