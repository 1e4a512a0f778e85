import type { TokenizerAndRendererExtension } from "marked";

/**
 * What markdown lacks: formulas between $ and $, as a renderer of one's own writes them.
 *
 * @param write gets the TeX, and the one character of punctuation that follows it, if any
 */
export function mathsExtension(
  write: (tex: string, closing: string) => string,
): TokenizerAndRendererExtension {
  return {
    name: "maths",
    level: "inline",
    start: (source) => source.indexOf("$"),
    tokenizer(source) {
      const match = /^\$([^$\n]+)\$([,.;:?!)]?)/.exec(source);
      if (!match) return undefined;
      const [raw, tex = "", closing = ""] = match;
      return { type: "maths", raw, tex, closing };
    },
    renderer: ({ tex, closing }) => write(String(tex), String(closing)),
  };
}
