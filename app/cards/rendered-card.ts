import { PAGES } from "@/content";
import { DECK, type DeckCard, type DeckTopic, type DeckVerdict } from "@/content/deck";
import { EXERCISES } from "@/lib/exercises";
import { labNamed } from "@/lib/lab";
import { plainText } from "../prose/plain-text";
import { renderInline, renderProse } from "../prose/render";
import { toShorthand } from "../prose/shorthand";
import { type CardFigure, cardFigure } from "./card-figure";
import { fillCard } from "./fill-card";

/** HTML in the shorthand that the component Html takes. */
export type Shorthand = string;

/** Somewhere to go from a card. */
export interface CardLink {
  readonly id: string;
  readonly title: string;
}

/** A card ready to be shown: its slots filled and its prose and maths rendered, as plain data. */
export interface RenderedCard {
  readonly number: number;
  readonly topic: DeckTopic;
  readonly title: string;
  readonly question: Shorthand;
  readonly answer: Shorthand;
  readonly reason: Shorthand;
  /** Question and answer as plain words, to be searched in and read aloud. */
  readonly words: { readonly question: string; readonly answer: string };
  readonly deck: { readonly verdict: DeckVerdict["verdict"]; readonly remark?: Shorthand };
  readonly misconceptions: readonly { readonly claim: Shorthand; readonly because: Shorthand }[];
  readonly sources: readonly string[];
  /** The worked problem or lesson, by its slug under /learn. */
  readonly worked?: CardLink;
  /** The types of exercise, by their ids under /practice; the first can stand for the card. */
  readonly exercises: readonly CardLink[];
  /** By their numbers under /cards. */
  readonly neighbours: readonly { readonly number: number; readonly title: string }[];
  readonly lab?: CardLink;
  /** Its picture, where that is a figure. */
  readonly picture?: CardFigure;
}

/** Every card of the deck, rendered, by number. */
export function renderedDeck(): readonly RenderedCard[] {
  return DECK.map(renderedCard);
}

/** One card, rendered. @throws Error where a slot or a link names nothing, so that the build fails */
export function renderedCard(card: DeckCard): RenderedCard {
  const filled = (markdown: string) => fillCard(markdown, card);
  const prose = (markdown: string) => toShorthand(renderProse(filled(markdown)));
  const inline = (markdown: string) => toShorthand(renderInline(filled(markdown)));
  const { number, topic, title, sources, deck } = card;
  const lab = card.lab === undefined ? undefined : labNamed(card.lab);
  const picture = cardFigure(card);
  return {
    number,
    topic,
    title,
    question: inline(card.question),
    answer: inline(card.answer),
    reason: prose(card.reason),
    words: {
      question: plainText(filled(card.question)),
      answer: plainText(filled(card.answer)),
    },
    deck: {
      verdict: deck.verdict,
      ...(deck.verdict === "right" ? {} : { remark: prose(deck.remark) }),
    },
    misconceptions: card.misconceptions.map(({ claim, because }) => ({
      claim: inline(claim),
      because: inline(because),
    })),
    sources,
    ...(card.worked === undefined
      ? {}
      : {
          worked: linked(
            card.worked,
            PAGES.find(({ slug }) => slug === card.worked),
          ),
        }),
    exercises: card.exercises.map((id) =>
      linked(
        id,
        EXERCISES.find((one) => one.id === id),
      ),
    ),
    neighbours: card.neighbours.flatMap((other) => {
      const found = DECK.find((one) => one.number === other);
      return found ? [{ number: other, title: found.title }] : [];
    }),
    ...(lab ? { lab: { id: lab.id, title: lab.title } } : {}),
    ...(picture ? { picture } : {}),
  };
}

function linked(id: string, page: { readonly title: string } | undefined): CardLink {
  if (!page) throw new Error(`A card leads to “${id}”, which does not exist.`);
  return { id, title: page.title };
}
