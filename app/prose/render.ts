import { renderToString } from "katex";
import { Marked, type RendererObject, type TokenizerAndRendererExtension } from "marked";

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

/** A heading of nothing but maths is named in words too: MathML alone names no cell. */
const renderer: RendererObject = {
  tablecell({ tokens, header, text }) {
    const content = this.parser.parseInline(tokens);
    if (!header) return `<td>${content}</td>\n`;
    if (!/^\$[^$]+\$$/.test(text)) return `<th>${content}</th>\n`;
    const name = `<span class="visually-hidden">${nameOf(text)}</span>`;
    return `<th>${name}<span aria-hidden="true">${content}</span></th>\n`;
  },
};

const marked = new Marked({ extensions: [maths], renderer });

function nameOf(tex: string): string {
  return tex.replace(/[${}]/g, "").replace(/_/g, " ").replaceAll("\\partial", "∂").trim();
}

/** Characters of our numbers and shapes as TeX writes them. */
export function asTex(text: string): string {
  return text.replaceAll("−", "-").replaceAll("\u202f", "\\,").replaceAll("×", "\\times ");
}

/** Inline maths with MathML beside it for screen readers, which need no TeX with it. */
function renderMaths(tex: string): string {
  return renderToString(asTex(tex), { output: "htmlAndMathml", strict: "error", trust: false })
    .replace(/<annotation .*?<\/annotation>/s, "")
    .replace(/<\/?semantics>| xmlns="[^"]*"/g, "");
}

/** Our own markdown with $…$ as HTML. @example renderProse("A kernel $K$.") */
export function renderProse(markdown: string): string {
  return marked.parse(markdown, { async: false });
}

/** The same without a paragraph around it. */
export function renderInline(markdown: string): string {
  return marked.parseInline(markdown, { async: false });
}
