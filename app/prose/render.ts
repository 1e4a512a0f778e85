import { renderToString } from "katex";
import { Marked, type TokenizerAndRendererExtension } from "marked";

const maths: TokenizerAndRendererExtension = {
  name: "maths",
  level: "inline",
  start: (source) => source.indexOf("$"),
  tokenizer(source) {
    const match = /^\$([^$\n]+)\$/.exec(source);
    return match ? { type: "maths", raw: match[0], tex: match[1] ?? "" } : undefined;
  },
  renderer: (token) => renderMaths(String(token["tex"])),
};

const marked = new Marked({ extensions: [maths] });

/** Inline maths with MathML beside it for screen readers. */
function renderMaths(tex: string): string {
  return renderToString(tex, { output: "htmlAndMathml", strict: "error", trust: false });
}

/** Our own markdown with $…$ as HTML. @example renderProse("A kernel $K$.") */
export function renderProse(markdown: string): string {
  return marked.parse(markdown, { async: false });
}

/** The same without a paragraph around it. */
export function renderInline(markdown: string): string {
  return marked.parseInline(markdown, { async: false });
}
