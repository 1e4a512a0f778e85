import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type Block, PAGES, TOPICS, WORKED_CARDS } from "@/content";
import { SIGNS } from "@/content/signs";
import { predictNumber } from "@/lib/mistakes";
import { type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { parseQuestion } from "@/lib/question/schema";
import { stepScenes } from "@/app/scene/build-steps";
import { pictureScene } from "@/app/scene/build-picture";
import { answerKey } from "@/app/scene/answer-key";
import { fillSlots } from "@/app/prose/slots";
import { renderProse } from "@/app/prose/render";

const text = z.string().trim().min(1);
const askName = z.string().regex(/^[a-z]+(\.[a-z]+)*$/);
const place = z.array(z.number().int());
const step = z.union([
  z.strictObject({
    ask: askName,
    at: place.optional(),
    rules: z.array(text).optional(),
    captions: z.array(text).optional(),
  }),
  z.strictObject({
    remark: text,
    tex: text.optional(),
    spoken: text.optional(),
    cells: z.array(z.object({ tensor: text, at: place })).optional(),
  }),
]);
const question = z.custom<QuestionDraft>((draft) => {
  parseQuestion(draft);
  return true;
});
const picture = {
  question,
  arrangement: z.array(z.union([z.enum(SIGNS), z.string().regex(/^(\/|[a-z]+)$/)])).optional(),
  labels: z.record(z.string(), z.object({ words: text, symbol: text })).optional(),
  caption: text.optional(),
};
const block = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("prose"), markdown: text, about: question.optional() }),
  z.strictObject({
    kind: z.literal("player"),
    title: text.optional(),
    plan: z.array(step).min(1),
    ...picture,
  }),
  z.strictObject({ kind: z.literal("picture"), ...picture }),
  z.strictObject({
    kind: z.literal("ask"),
    prompt: text,
    question,
    ask: askName,
    at: place.optional(),
    arrangement: picture.arrangement,
    hint: text,
    explain: text,
  }),
  z.strictObject({
    kind: z.literal("code"),
    pytorch: text.includes("assert"),
    numpy: text.includes("assert"),
  }),
  z.strictObject({
    kind: z.literal("own"),
    question,
    asks: z.array(askName).min(1),
    arrangement: picture.arrangement,
  }),
  z.strictObject({ kind: z.literal("answer"), markdown: text, about: question }),
  z.strictObject({ kind: z.literal("refusal"), title: text, question }),
  z.strictObject({ kind: z.literal("convention"), question }),
]);
const card = z.strictObject({
  card: z.number().int().min(76).max(83),
  slug: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: text,
  topic: z.enum(TOPICS),
  lead: text,
  blocks: z.array(block).min(3),
  deck: z.strictObject({
    verdict: z.enum(["right", "wrong", "undetermined"]),
    title: text,
    numbers: z.array(z.number()),
    why: text,
    slips: z.array(
      z.strictObject({
        mistakes: z.array(text).min(1).max(2),
        question,
        ask: askName,
        at: place.optional(),
        term: z.number().int().optional(),
        says: text,
      }),
    ),
  }),
  next: z.strictObject({ slug: text, label: text }),
});

describe.each(WORKED_CARDS.map((worked) => [worked.card, worked] as const))(
  "card %i",
  (_, worked) => {
    it("has everything that a card has", () => {
      expect(card.safeParse(worked).error?.issues ?? []).toEqual([]);
    });

    it("has a player, the answer, code, numbers of one's own, and ends in a question", () => {
      const kinds = worked.blocks.map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(["player", "code", "own"]));
      expect(kinds.at(-1)).toBe("ask");
    });

    it("gives each wrong number of the deck by the slip that stands beside it", () => {
      const predicted = worked.deck.slips.map(({ mistakes, question: draft, ask, at, term }) =>
        predictNumber(mistakes, questionFrom(draft), ask, at && { at, term: term ?? 0 }),
      );
      expect(predicted).toEqual(worked.deck.numbers);
    });

    it("leads on to a page that exists", () => {
      expect(PAGES.map(({ slug }) => slug)).toContain(worked.next?.slug);
    });

    it.each(worked.blocks.map((one, index) => [index, one.kind, one] as const))(
      "block %i, %s, can be worked out",
      (_index, _kind, one) => {
        expect(workedOut(one).length).toBeGreaterThan(0);
      },
    );
  },
);

it("the eight cards stand in order, and no two pages share an address or a title", () => {
  expect(WORKED_CARDS.map((worked) => worked.card)).toEqual([76, 77, 78, 79, 80, 81, 82, 83]);
  expect(new Set(PAGES.map(({ slug }) => slug)).size).toBe(PAGES.length);
  expect(new Set(PAGES.map(({ title }) => title)).size).toBe(PAGES.length);
});

it("the four wrong numbers of card 76 and the one of 77 are those that the deck prints", () => {
  const numbers = Object.fromEntries(WORKED_CARDS.map(({ card: n, deck }) => [n, deck.numbers]));
  expect(numbers[76]).toEqual([-5, -6, -12, -9]);
  expect(numbers[77]).toEqual([285]);
  expect(numbers[83]).toEqual([2353]);
});

/** What a block shows, as text; throws where the kernel cannot compute it or TeX cannot set it. */
function workedOut(one: Block): string {
  switch (one.kind) {
    case "player":
      return stepScenes(one)
        .map(({ caption, line }) => caption + (line ?? ""))
        .join();
    case "picture":
    case "convention":
      return pictureScene(one)
        .rows.flat()
        .map(({ kind }) => kind)
        .join();
    case "prose":
    case "answer":
      return renderProse(one.about ? filled(one.markdown, one.about) : one.markdown);
    case "ask": {
      const asked = questionFrom(one.question);
      const key = answerKey(asked, solve(asked), one.ask, one.at);
      return renderProse(filled(one.hint + one.explain, one.question)) + String(key);
    }
    case "code":
      return one.pytorch + one.numpy;
    case "own":
      return one.asks.join();
    case "refusal":
      expect(() => solve(questionFrom(one.question))).toThrow(/\d/);
      return one.title;
  }
}

function filled(markdown: string, draft: QuestionDraft): string {
  const about = questionFrom(draft);
  return fillSlots(markdown, about, solve(about));
}
