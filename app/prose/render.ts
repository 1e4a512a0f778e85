import { renderToString } from "katex";
import { Marked, type RendererObject } from "marked";
import { mathsExtension } from "./maths-extension";

/** A longer formula may have to break, so that it fits a phone. */
const SHORT = 30;

/** No line begins with the comma that follows a short formula. */
function closed(tex: string, closing: string): string {
  const html = renderMaths(tex);
  const isWhole = closing !== "" && tex.length <= SHORT;
  return isWhole ? `<span class="whole">${html}${closing}</span>` : html + closing;
}

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

const marked = new Marked({ extensions: [mathsExtension(closed)], renderer });

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
