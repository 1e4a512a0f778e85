import { type Paragraph, type Variant, paragraphsOf } from "@/lib/exercises";
import { BACKWARD_STATEMENTS } from "@/content/practice";
import { lineToHtml, texToHtml } from "../../prose/tex";
import { toSpeech, toTex } from "@/lib/tex";

/**
 * What is asked, as HTML. Tensors that the picture draws are not written out a second time, nor the choices of "spot
 * the error", which stand in its form.
 */
export function statementHtml(variant: Variant, isDrawn: boolean, backward?: string): string {
  if (backward !== undefined) return `<p>${BACKWARD_STATEMENTS[backward] ?? ""}</p>`;
  return paragraphsOf(variant)
    .filter((paragraph) => !isDrawn || !isDisplay(paragraph))
    .slice(0, variant.question.op === "spot" ? 1 : undefined)
    .map((paragraph) => paragraphHtml(paragraph))
    .join("");
}

function isDisplay(paragraph: Paragraph): boolean {
  return paragraph.length === 1 && typeof paragraph[0] === "object";
}

function paragraphHtml(paragraph: Paragraph): string {
  const [only] = paragraph;
  if (isDisplay(paragraph) && typeof only === "object") {
    return `<div class="display" role="group" aria-label="Formula" tabindex="0"><span aria-hidden="true">${lineToHtml(only)}</span>${aloud(toSpeech(only))}</div>`;
  }
  const parts = paragraph.map((part) =>
    typeof part === "string"
      ? escaped(part)
      : `<span aria-hidden="true">${texToHtml(toTex(part, { colour: true }))}</span>${aloud(toSpeech(part))}`,
  );
  return `<p>${parts.join("")}</p>`;
}

function aloud(words: string): string {
  return `<span class="visually-hidden">${escaped(words)}</span>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text: string): string {
  return text
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replace(/ ([=⋆×∗]) /g, "\u00a0$1\u00a0");
}
