import { Marked } from "marked";

/** Formulas as MathJax takes them, inline between \\( and \\). */
const maths = {
  name: "maths",
  level: "inline",
  start: (source: string) => source.indexOf("$"),
  tokenizer(source: string) {
    const match = /^\$([^$\n]+)\$/.exec(source);
    return match ? { type: "maths", raw: match[0], tex: match[1] ?? "" } : undefined;
  },
  renderer: (token: { readonly [key: string]: unknown }) =>
    `\\(${escaped(String(token["tex"]))}\\)`,
} as const;

const marked = new Marked({ extensions: [maths] });

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
