import { MINUTE, dayStart, isSameDay } from "./days";
import type { Review } from "./review";
import { type CardState, type CardStates, dueOf, retrievability } from "./schedule";
import { type CardSettings, examAhead } from "./study";

/** A card as the review sees it. Lists of them are in the order in which they are best learned. */
export interface CardRef {
  readonly number: number;
  readonly topic: string;
}

/** How long before its time a card in its first steps may come, where nothing else is left. */
const AHEAD = 20 * MINUTE;

/** What waits on one day. */
export interface Queue {
  /** In their first steps, those whose time has come, the longest overdue first. */
  readonly learning: readonly number[];
  /** Cards met on earlier days, the likeliest forgotten first. */
  readonly due: readonly number[];
  /** Never asked, in the order of learning. */
  readonly fresh: readonly number[];
  /** In their first steps, to come back within minutes, be it after midnight, the next first. */
  readonly later: readonly { readonly card: number; readonly at: number }[];
}

/** What a queue is made from. */
export interface Desk {
  readonly deck: readonly CardRef[];
  readonly reviews: readonly Review[];
  readonly states: CardStates;
  readonly settings: CardSettings;
  readonly now: number;
}

/**
 * What waits now. A card at its intervals of days waits from the morning of its day; one in its first steps from its
 * minute. The limits of the day hold unless an exam lies ahead; what a quiz asked does not count towards them.
 */
export function queueOf(desk: Desk): Queue {
  const { deck, states, settings, now } = desk;
  const exam = examAhead(settings, now);
  const met = deck.flatMap(({ number }) => states.get(number) ?? []);
  const at = (state: CardState) => dueOf(state, exam);
  const steps = met
    .filter(({ phase }) => phase !== "review")
    .toSorted((one, other) => at(one) - at(other));
  const endOfDay = dayStart(now, 1);
  const due = met
    .filter(
      (state) => state.phase === "review" && at(state) < endOfDay && !isDone(state, at(state), now),
    )
    .toSorted((one, other) => retrievability(one, now) - retrievability(other, now));
  const fresh = deck.filter(({ number }) => !states.has(number)).map(({ number }) => number);
  const left = limitsLeft(desk);
  return {
    learning: steps.filter((state) => at(state) <= now).map(({ card }) => card),
    due: due.slice(0, left.reviews).map(({ card }) => card),
    fresh: fresh.slice(0, left.fresh),
    later: steps
      .filter((state) => at(state) > now)
      .map((state) => ({ card: state.card, at: at(state) })),
  };
}

/** One that was asked today comes back today only at its very time, which an exam this evening can be. */
function isDone({ last }: CardState, due: number, now: number): boolean {
  return due > now && isSameDay(last, now);
}

/**
 * The card to ask next: first steps whose minute has come, then what is due, then a new one, and in the end first steps
 * up to 20 minutes before their time.
 */
export function nextCard({ learning, due, fresh, later }: Queue, now: number): number | undefined {
  const soon = later.find(({ at }) => at - now <= AHEAD)?.card;
  return learning[0] ?? due[0] ?? fresh[0] ?? soon;
}

/** How many cards are still to be done today. */
export function countOf({ learning, due, fresh, later }: Queue): number {
  return learning.length + due.length + fresh.length + later.length;
}

/** How many new cards and reviews the day still lets in. */
function limitsLeft({ reviews, states, settings, now }: Desk) {
  if (examAhead(settings, now)) return { fresh: Infinity, reviews: Infinity };
  const today = reviews.filter(({ at, quiz }) => quiz === undefined && isSameDay(at, now));
  const cards = [...new Set(today.map(({ card }) => card))];
  const fresh = cards.filter((card) => isSameDay(states.get(card)?.first ?? 0, now)).length;
  return {
    fresh: Math.max(0, settings.newADay - fresh),
    reviews: Math.max(0, settings.reviewsADay - (cards.length - fresh)),
  };
}
