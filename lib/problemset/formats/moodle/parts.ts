import { texDialect, wordsBesideTex } from "../lms/tex-dialect";
import type { Dialect } from "../lms/html";
import { cdata } from "../lms/xml";

/** HTML for Moodle's MathJax filter. No brace of the prose can be taken for a field of a cloze question. */
export const DIALECT: Dialect = texDialect(["\\[", "\\]"], (text) =>
  wordsBesideTex(text).replaceAll("{", "&#123;").replaceAll("}", "&#125;"),
);

/** An element that holds a text in HTML. */
export function textXml(name: string, html: string): string {
  return `<${name} format="html"><text>${html === "" ? "" : cdata(html)}</text></${name}>`;
}
