import { type Paragraph, type Variant, paragraphsOf } from "@/lib/exercises";
import { BACKWARD_STATEMENTS } from "@/content/practice";
import { lineToHtml, texToHtml } from "../../prose/tex";
import { toSpeech, toTex } from "@/lib/tex";

/**
 * What is asked, as HTML. Tensors that the picture draws are not written out a second time, nor the choices of "spot
 * the error", which stand in its form.
 */
export function statementHtml(variant: Variant, isDrawn: boolean, backward?: string): string {
  if (backward !== undefined) return `<p>${written(BACKWARD_STATEMENTS[backward] ?? "")}</p>`;
  const html = paragraphsOf(variant)
    .filter((paragraph) => !isDrawn || !isDisplay(paragraph))
    .slice(0, variant.question.op === "spot" ? 1 : undefined)
    .map((paragraph) => paragraphHtml(paragraph))
    .join("");
  return html.replace(NUMBERED, (lines) => `<ol>${lines.replace(LINE, "<li>$1</li>")}</ol>`);
}

/** Paragraphs one after another that count up from 1. */
const NUMBERED = /(?:<p>\d+\. .*?<\/p>)+/g;
const LINE = /<p>\d+\. (.*?)<\/p>/g;

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
      ? written(part)
      : `<span aria-hidden="true">${texToHtml(toTex(part, { colour: true }))}</span>${aloud(toSpeech(part))}`,
  );
  return `<p>${parts.join("")}</p>`;
}

function aloud(words: string): string {
  return `<span class="visually-hidden">${escaped(words)}</span>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** The name of a tensor or a number, which is no word. */
const SYMBOL = /(?<![\p{L}\d’-])(?:[B-Z]|[btr])(?![\p{L}\d-])/gu;
/** ∂L/∂K, which no line may break. */
const GRADIENT = /∂<i>L<\/i>\/∂<i>\w<\/i>/g;

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

/** Words in which symbols look like symbols, and formulas keep together. */
function written(text: string): string {
  return escaped(text)
    .replace(/ ([=⋆×∗]) /g, "\u00a0$1\u00a0")
    .replace(SYMBOL, "<i>$&</i>")
    .replace(GRADIENT, '<span class="whole">$&</span>');
}
