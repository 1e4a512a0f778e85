import { Marked } from "marked";
import { mathsExtension } from "./maths-extension";

/** Formulas as MathJax takes them, inline between \\( and \\). */
const marked = new Marked({
  extensions: [mathsExtension((tex, closing) => `\\(${escaped(tex)}\\)${closing}`)],
});

/** Our own markdown with $…$ as HTML with MathJax. @example renderMathJax("A kernel $K$.") // "<p>A kernel \\(K\\).</p>" */
export function renderMathJax(markdown: string): string {
  return marked.parse(markdown, { async: false }).trim();
}

/** A brace that Anki's templates might take for their own is written apart. */
function escaped(tex: string): string {
  return tex
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll("}}", "} }")
    .replaceAll("{{", "{ {");
}
