import { renderToString } from "katex";
import { Marked } from "marked";
import { mathsExtension } from "./maths-extension";
import { spoken } from "./spoken";

/** A longer formula may have to break, so that it fits a phone. */
const SHORT = 30;

/** No line begins with the comma that follows a short formula. */
function closed(tex: string, closing: string): string {
  const html = renderMaths(tex);
  const isWhole = closing !== "" && tex.length <= SHORT;
  return isWhole ? `<span class="whole">${html}${closing}</span>` : html + closing;
}

const marked = new Marked({ extensions: [mathsExtension(closed)] });

/** Characters of our numbers and shapes as TeX writes them. */
export function asTex(text: string): string {
  return text.replaceAll("−", "-").replaceAll("\u202f", "\\,").replaceAll("×", "\\times ");
}

/** Inline maths, and the words in which it is read aloud beside it. */
function renderMaths(tex: string): string {
  const write = (output: "html" | "mathml") =>
    renderToString(asTex(tex), { output, strict: "error", trust: false });
  const mathml = write("mathml").replace(/<annotation .*?<\/annotation>/s, "");
  return `<span class="visually-hidden">${escaped(spoken(mathml))}</span>${write("html")}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Our own markdown with $…$ as HTML. @example renderProse("A kernel $K$.") */
export function renderProse(markdown: string): string {
  return marked.parse(markdown, { async: false });
}

/** The same without a paragraph around it. */
export function renderInline(markdown: string): string {
  return marked.parseInline(markdown, { async: false });
}
