import { describe, expect, it } from "vitest";
import { renderedDeck } from "@/app/cards/rendered-card";
import { DECK } from "@/content/deck";

const cards = renderedDeck();

function isWide(number: number): boolean | undefined {
  return cards.find((card) => card.number === number)?.picture?.isWide;
}

describe("the deck that the review fetches", () => {
  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(cards))).toEqual(cards);
  });

  it("has the figure of every card whose picture is one, with its title", () => {
    const wanted = DECK.filter(({ picture }) => picture && picture.kind !== "tensors");
    const given = cards.filter(({ picture }) => picture !== undefined);
    expect(given.map(({ number }) => number)).toEqual(wanted.map(({ number }) => number));
    expect(given.filter(({ picture }) => !picture?.figure.title)).toEqual([]);
  });

  it("puts beside the words what has room there, and a long flow under them", () => {
    expect([37, 2, 40, 48].map(isWide)).toEqual([false, false, true, true]);
    expect(isWide(76)).toBeUndefined();
  });
});
