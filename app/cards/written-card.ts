import type { DeckCard } from "@/content/deck";
import { plainText } from "../prose/plain-text";
import { renderMathJax } from "../prose/render-mathjax";
import { fillCard } from "./fill-card";

/** A card as plain words, for a spreadsheet. */
export function cardInWords(card: DeckCard): Readonly<Record<string, string | number>> {
  const words = (markdown: string) => plainText(fillCard(markdown, card));
  return {
    number: card.number,
    topic: card.topic,
    title: card.title,
    question: words(card.question),
    answer: words(card.answer),
    reason: words(card.reason),
    printed_deck: card.deck.verdict,
    remark: card.deck.verdict === "right" ? "" : words(card.deck.remark),
    sources: card.sources.join("; "),
  };
}

/** A card as a note of Anki's, whose guid stays whatever its words become. */
export function cardAsNote(card: DeckCard) {
  const html = (markdown: string) => renderMathJax(fillCard(markdown, card));
  const remark =
    card.deck.verdict === "right" ? "" : `<p>The printed deck: ${html(card.deck.remark)}</p>`;
  return {
    guid: `kernelwise-card-${card.number}`,
    tags: [card.topic.toLowerCase().replaceAll(" ", "-")],
    note: {
      name: `Card ${card.number}`,
      title: `${card.topic} · card ${card.number}`,
      statement: html(card.question),
      answer: html(card.answer),
      working: html(card.reason) + remark,
    },
  };
}
