import { localDay } from "../history";
import { HOUR, dayStart, daysBetween } from "./days";
import type { CardRef } from "./queue";
import { type CardState, type CardStates, dueOf, reviewed } from "./schedule";
import type { Exam } from "./study";

/** A day, or an hour of the last day, and what to do in it. */
export interface PlanPart {
  readonly start: number;
  readonly end: number;
  /** As in "2026-11-23". */
  readonly day: string;
  /** Whether the reader keeps it free. */
  readonly off: boolean;
  /** New cards, in the order of learning. */
  readonly learn: readonly number[];
  /** How many cards come back, if each is remembered. */
  readonly review: number;
  /** Whether the mock quiz is taken in it. */
  readonly quiz: boolean;
  /** About how long it takes. */
  readonly minutes: number;
}

/** The way to an exam, in days, or in hours where it is today or tomorrow. */
export interface Plan {
  readonly unit: "day" | "hour";
  readonly parts: readonly PlanPart[];
}

/** What a new card takes with its first steps, what a card that comes back takes, and the mock quiz. */
const PLAN_MINUTES = { learn: 2, review: 0.5, quiz: 30 } as const;

/** From here down the plan counts hours. */
const HOURS_BELOW = 30 * HOUR;

/** In a plan of hours, at most so many, the first ones: nobody learns through the night. */
const MOST_HOURS = 10;

/** The farthest that a plan looks. */
const MOST_DAYS = 366;

/**
 * A plan up to an exam. What was never asked is spread evenly over the parts that are not free, the last one left out
 * unless it is the only one: that one is for the mock quiz and for what comes back. The day of the exam itself is left
 * in peace, unless nothing else remains. How much comes back is what the
 * scheduler asks for if every card is remembered. The plan is worked out anew from the log, so that what was left undone
 * moves on to the days that remain.
 *
 * @example planFor(deck, states, { at: now + 3 * 864e5, daysOff: [] }, now).parts.length // 3, today among them
 */
export function planFor(
  deck: readonly CardRef[],
  states: CardStates,
  exam: Exam,
  now: number,
): Plan {
  const unit = exam.at - now < HOURS_BELOW ? "hour" : "day";
  const spans = unit === "hour" ? hoursUntil(exam.at, now) : daysUntil(exam.at, now);
  const isOff = ({ start }: Span) => unit === "day" && exam.daysOff.includes(localDay(start));
  const open = spans.filter((span) => !isOff(span));
  const fresh = deck.filter(({ number }) => !states.has(number)).map(({ number }) => number);
  const learning = open.length > 1 ? open.slice(0, -1) : open;
  const shares = new Map(learning.map((span, index) => [span, shareOf(fresh, index, learning)]));
  const memory = new Map(states);
  const parts = spans.map((span): PlanPart => {
    const off = isOff(span);
    const learn = shares.get(span) ?? [];
    const review = off ? 0 : comeBack(memory, span, exam);
    for (const card of learn) memory.set(card, learned(card, span.start));
    const quiz = span === open.at(-1);
    return {
      ...span,
      day: localDay(span.start),
      off,
      learn,
      review,
      quiz,
      minutes: minutesOf({ learn, review, quiz }),
    };
  });
  return { unit, parts };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Today, if more than an hour of it is left, and the days up to the one before the exam. */
function daysUntil(at: number, now: number): readonly Span[] {
  const days = Math.min(MOST_DAYS, daysBetween(now, at));
  return Array.from({ length: days }, (_, index) => ({
    start: index === 0 ? now : dayStart(now, index),
    end: dayStart(now, index + 1),
  })).filter(({ start, end }) => end - start > HOUR);
}

function hoursUntil(at: number, now: number): readonly Span[] {
  const hours = Math.max(1, Math.min(MOST_HOURS, Math.floor((at - now) / HOUR)));
  return Array.from({ length: hours }, (_, index) => ({
    start: now + index * HOUR,
    end: Math.min(at, now + (index + 1) * HOUR),
  }));
}

/** The share of a part: with 7 cards in 3 parts 3, 2 and 2 of them. */
function shareOf<Item>(
  items: readonly Item[],
  index: number,
  { length: parts }: readonly unknown[],
): readonly Item[] {
  const upTo = (part: number) => Math.ceil((items.length * part) / parts);
  return items.slice(upTo(index), upTo(index + 1));
}

/** How many cards come back in a part; each is then remembered in its middle. */
function comeBack(memory: Map<number, CardState>, { start, end }: Span, exam: Exam): number {
  const due = [...memory.values()].filter((state) => dueOf(state, exam) < end);
  for (const state of due) {
    const at = Math.max(state.last, (start + end) / 2);
    memory.set(state.card, reviewed(state, { card: state.card, at, rating: "good" }));
  }
  return due.length;
}

/** A new card after its two first steps. */
function learned(card: number, at: number): CardState {
  const first = reviewed(undefined, { card, at, rating: "good" });
  return reviewed(first, { card, at: first.due, rating: "good" });
}

function minutesOf({ learn, review, quiz }: Pick<PlanPart, "learn" | "review" | "quiz">): number {
  const cards = learn.length * PLAN_MINUTES.learn + review * PLAN_MINUTES.review;
  return Math.ceil(cards + (quiz ? PLAN_MINUTES.quiz : 0));
}
