import { toTex } from "@/lib/tex";
import type { Dialect } from "./html";
import { escapeXml } from "./xml";

/** HTML in which a script of the platform typesets TeX between these. */
export function texDialect(
  display: readonly [before: string, after: string],
  words: (text: string) => string,
): Dialect {
  return {
    words,
    formula: (line, isDisplayed) => {
      const [before, after] = isDisplayed ? display : INLINE;
      return before + escapeXml(toTex(line)) + after;
    },
    tex: (tex) => INLINE[0] + escapeXml(tex) + INLINE[1],
    grid: ' border="1" cellpadding="6"',
  };
}

const INLINE = ["\\(", "\\)"] as const;

/** Words, escaped, in which no sign for TeX is left: a word joiner keeps its two characters apart. */
export function wordsBesideTex(text: string): string {
  return escapeXml(text).replace(/\\(?=[()[\]])|\$(?=\$)/g, "$&\u2060");
}
