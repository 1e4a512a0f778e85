import { type Expression, toTex, toText } from "@/lib/tex";

/** Words and formulas in a row; a formula that stands alone is displayed. */
export type Paragraph = readonly (string | Expression)[];

/** A statement as a document and as text; its TeX is a LaTeX fragment with $…$ and \[…\]. */
export interface Statement {
  readonly text: string;
  readonly tex: string;
}

/** A statement in both its forms. */
export function writeStatement(paragraphs: readonly Paragraph[]): Statement {
  return {
    text: paragraphs.map(textOf).join("\n"),
    tex: paragraphs.map(texOf).join("\n\n"),
  };
}

/** Plain text groups no digits, in words as little as in formulas. */
function textOf(paragraph: Paragraph): string {
  return paragraph
    .map((part) => (typeof part === "string" ? part.replaceAll("\u202F", "") : toText(part)))
    .join("");
}

function texOf(paragraph: Paragraph): string {
  const [only] = paragraph;
  if (paragraph.length === 1 && typeof only === "object") return `\\[${toTex(only)}\\]`;
  return paragraph
    .map((part) => (typeof part === "string" ? escaped(part) : `$${toTex(part)}$`))
    .join("");
}

const IN_MATHS: Readonly<Record<string, string>> = {
  "−": "$-$",
  "×": "$\\times$",
  "·": "$\\cdot$",
  "⋆": "$\\star$",
  "∂": "$\\partial$",
  "\u202F": "\\,",
  "\\": "\\textbackslash{}",
  "^": "\\^{}",
  "~": "\\~{}",
};

function escaped(text: string): string {
  return text.replace(
    /[\\{}$&#%_^~−×·⋆∂\u202F]/g,
    (character) => IN_MATHS[character] ?? `\\${character}`,
  );
}
