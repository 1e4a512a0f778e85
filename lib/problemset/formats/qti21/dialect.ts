import { type Expression, toMathmlParts, toText } from "@/lib/tex";
import type { Dialect } from "../lms/html";
import { escapeXml } from "../lms/xml";

const NAMESPACE = "http://www.w3.org/1998/Math/MathML";

/** The XHTML of QTI 2.1: formulas as MathML with their plain text, and no borders, which its tables do not know. */
export const DIALECT: Dialect = {
  words: escapeXml,
  formula: (line, isDisplayed) => mathOf(line, isDisplayed ? ' display="block"' : ""),
  tex: () => undefined,
  grid: "",
};

/** The text is for readers that show no MathML. */
function mathOf(line: Expression, attributes: string): string {
  const head = `<math xmlns="${NAMESPACE}"${attributes} alttext="${escapeXml(toText(line))}">`;
  return `${head}${toMathmlParts(line).join("")}</math>`;
}
