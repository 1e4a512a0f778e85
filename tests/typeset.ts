import { renderToString } from "katex";

/** Typesets LaTeX as strictly as KaTeX can. @throws ParseError where KaTeX does not take it */
export function typesetStrictly(tex: string): void {
  renderToString(tex, { strict: "error", throwOnError: true, trust: false });
}
