import type { Paragraph } from "@/lib/exercises";
import { type Expression, toMathml, toMathmlParts, toText } from "@/lib/tex";
import { shownAs } from "../names";

/** Any text as HTML that shows it and does nothing else. @example htmlText('<b> & "') // "&lt;b&gt; &amp; &quot;" */
export function htmlText(text: string): string {
  return shownAs(text, () => true).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters of a line that is surely narrower than a phone. */
const SHORT = 24;

/**
 * A formula in its roles' colours. Browsers do not break formulas, so a long one is written as several, between which
 * the line may be broken.
 */
export function htmlFormula(line: Expression): string {
  if (line.kind === "words") return htmlText(line.text);
  if (toText(line).length <= SHORT) return toMathml(line, { colour: true });
  return toMathmlParts(line, { colour: true })
    .map((part) => `<math>${part}</math>`)
    .join("<wbr>");
}

/** Words and formulas. @example htmlProse(["5 < 6"]) // "5 &lt; 6" */
export function htmlProse(paragraph: Paragraph): string {
  return paragraph
    .map((part) => (typeof part === "string" ? htmlText(part) : htmlFormula(part)))
    .join("");
}
