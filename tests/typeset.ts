import { __renderToDomTree as toDomTree, type KatexOptions } from "katex";

declare module "katex" {
  /** `renderToString` without the string: whatever KaTeX refuses, it refuses before it writes. */
  function __renderToDomTree(tex: string, options: KatexOptions): unknown;
}

/** Typesets LaTeX as strictly as KaTeX can. @throws ParseError where KaTeX does not take it */
export function typesetStrictly(tex: string): void {
  toDomTree(tex, { strict: "error", throwOnError: true, trust: false });
}
