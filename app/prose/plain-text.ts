/** Markdown with maths as plain words, for descriptions. @example plainText("A *2×2* $K$") // "A 2×2 K" */
export function plainText(markdown: string): string {
  return markdown.replace(/[*_`$]|\\(?=[a-z])/g, "").trim();
}
