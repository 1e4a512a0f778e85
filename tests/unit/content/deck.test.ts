import { describe, expect, it } from "vitest";
import * as z from "zod";
import { fillCard } from "@/app/cards/fill-card";
import { renderProse } from "@/app/prose/render";
import { PAGES, WORKED_CARDS } from "@/content";
import { DECK, DECK_TOPICS, type DeckCard } from "@/content/deck";
import { EXERCISES } from "@/lib/exercises";
import { LABS } from "@/lib/lab";
import type { QuestionDraft } from "@/lib/question";
import { parseQuestion } from "@/lib/question/schema";

const text = z.string().trim().min(1);
const question = z.custom<QuestionDraft>((draft) => {
  parseQuestion(draft);
  return true;
});
const cardNumber = z.number().int().min(1).max(83);
const slugs = PAGES.map(({ slug }) => slug);
const exercises = EXERCISES.map(({ id }) => id);
const labs = LABS.map(({ id }) => id);

const schema = z.strictObject({
  number: cardNumber,
  topic: z.enum(DECK_TOPICS),
  title: text.max(60),
  question: text,
  answer: text.max(320),
  reason: text,
  deck: z.discriminatedUnion("verdict", [
    z.strictObject({ verdict: z.literal("right") }),
    z.strictObject({ verdict: z.enum(["imprecise", "wrong", "undetermined"]), remark: text }),
  ]),
  misconceptions: z.array(z.strictObject({ claim: text.max(320), because: text })).length(3),
  sources: z.array(text).min(1),
  worked: z.enum(slugs).optional(),
  exercises: z.array(z.enum(exercises)),
  neighbours: z.array(cardNumber).min(1),
  lab: z.enum(labs).optional(),
  about: question.optional(),
  picture: z.looseObject({ kind: z.enum(["lab", "tensors", "figure"]) }).optional(),
  given: z.array(text).optional(),
});

const rows = DECK.map((card): [number, DeckCard] => [card.number, card]);

describe.each(rows)("card %i", (number, card) => {
  it("has everything that a card has", () => {
    expect(schema.safeParse(card).error?.issues ?? []).toEqual([]);
  });

  it("leads to other cards", () => {
    expect(card.neighbours).not.toContain(number);
  });

  it("takes its pictures from what it has", () => {
    expect(card.picture?.kind !== "lab" || card.lab !== undefined).toBe(true);
  });

  it("computes its numbers: what is typed is a given", () => {
    const typed = textsOf(card).flatMap(numbersTyped);
    expect(typed.filter((one) => !card.given?.includes(one))).toEqual([]);
    expect(card.given?.filter((one) => !typed.includes(one)) ?? []).toEqual([]);
  });

  it("reads well: slots filled, maths that KaTeX takes in strict mode", () => {
    for (const one of textsOf(card)) {
      const filled = fillCard(one, card);
      expect(filled).not.toMatch(/\{\{|NaN|undefined/);
      expect(renderProse(filled)).toContain("<p>");
    }
  });

  it("offers an answer that none of the wrong ones repeats", () => {
    const choices = [card.answer, ...card.misconceptions.map(({ claim }) => claim)];
    expect(new Set(choices).size).toBe(4);
  });
});

it("all 83 are there, and each leads to cards that are", () => {
  const numbers = DECK.map(({ number }) => number);
  expect(numbers).toEqual(Array.from({ length: 83 }, (_, index) => index + 1));
  expect(numbers).toEqual(
    expect.arrayContaining(DECK.flatMap(({ neighbours }) => [...neighbours])),
  );
});

it("no card stands there twice, and each worked problem leads from its card", () => {
  expect(new Set(DECK.map(({ number }) => number)).size).toBe(DECK.length);
  expect(new Set(DECK.map(({ title }) => title)).size).toBe(DECK.length);
  for (const { card, slug } of WORKED_CARDS) {
    const own = DECK.find(({ number }) => number === card);
    if (own) expect(own.worked).toBe(slug);
  }
});

it("every lab belongs to a card", () => {
  const used = new Set(DECK.map(({ lab }) => lab));
  expect(labs.filter((id) => !used.has(id))).toEqual([]);
});

function textsOf(card: DeckCard): string[] {
  const { answer, reason, deck, misconceptions } = card;
  const remark = deck.verdict === "right" ? [] : [deck.remark];
  const claims = misconceptions.flatMap(({ claim, because }) => [claim, because]);
  return [card.question, answer, reason, ...remark, ...claims];
}

/** Digits outside of slots; those of a name, as in “VGG-16” or “3×3”, one by one. */
function numbersTyped(markdown: string): string[] {
  return markdown.replace(/\{\{[^{}]*\}\}/g, "").match(/\d+(?:[.,\u202f ]\d+)*/g) ?? [];
}
