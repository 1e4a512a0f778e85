/**
 * Markdown with maths as plain words, for descriptions and to be read aloud.
 *
 * @example plainText("A *2×2* stamp, $3 \\cdot K$, for $Y_{0,1}$") // "A 2×2 stamp, 3 times K, for Y at 0, 1"
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\\begin\{bmatrix\}(.*?)\\end\{bmatrix\}/g, (_, rows: string) => inBrackets(rows))
    .replace(/\$[^$]*\$/g, (maths) => maths.replace(/_(\w)/g, " $1").replace(/\\[,;:!] ?/g, " "))
    .replace(/_\{([^}]*)\}/g, (_, indices: string) => ` at ${indices.replace(/,\s*/g, ", ")}`)
    .replace(/\\(\w+) ?/g, (_, command: string) => SPOKEN[command] ?? `${command} `)
    .replace(/[*_`${}]/g, "")
    .replace(/-(?=\d)/g, "−")
    .trim();
}

/** A matrix as one would type it: [1, 2; 3, 4]. */
function inBrackets(rows: string): string {
  return `[${rows.replace(/ ?& ?/g, ", ").replace(/ ?\\\\ ?/g, "; ")}]`;
}

const SPOKEN: Readonly<Record<string, string>> = {
  partial: "∂",
  cdot: "times ",
  star: "correlated with ",
  text: "",
  operatorname: "",
  lfloor: "⌊",
  rfloor: "⌋",
  sum: "Σ",
};
