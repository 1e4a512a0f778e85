import { describe, expect, it } from "vitest";
import { cardAsNote, cardInWords } from "@/app/cards/written-card";
import { DECK, type DeckCard } from "@/content/deck";

const rows = DECK.map((card): [number, DeckCard] => [card.number, card]);

describe.each(rows)("card %i as a file carries it", (number, card) => {
  it("is plain words in a table: no markup, no slot", () => {
    const cells = Object.values(cardInWords(card)).map(String);
    expect(cells.filter((cell) => /[$\\{}]|undefined/.test(cell))).toEqual([]);
  });

  it("is HTML with MathJax in a note, with nothing that a template takes for its own", () => {
    const { guid, note } = cardAsNote(card);
    expect(guid).toBe(`kernelwise-card-${number}`);
    const fields = [note.statement, note.answer, note.working];
    expect(fields.every((field) => field.startsWith("<p>"))).toBe(true);
    expect(fields.filter((field) => /\{\{|\}\}|\$/.test(field))).toEqual([]);
    const opened = fields.join("").split("\\(").length;
    expect(fields.join("").split("\\)").length).toBe(opened);
  });
});

it("a formula with doubled braces is written apart", () => {
  const [card] = DECK;
  if (!card) throw new Error("The deck is empty.");
  const { note } = cardAsNote({ ...card, reason: "So $a_{b_{c}}$." });
  expect(note.working).toContain("\\(a_{b_{c} }\\)");
});
