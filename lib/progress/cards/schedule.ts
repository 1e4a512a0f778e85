import {
  type Card,
  type FSRS,
  type Grade,
  Rating as FsrsRating,
  State,
  createEmptyCard,
  forgetting_curve,
  fsrs,
} from "ts-fsrs";
import { DAY } from "./days";
import { type LogEntry, type Rating, type Review, standingReviews } from "./review";
import type { Exam } from "./study";

/** No interval is longer: nobody prepares for an exam longer than a year. */
const LONGEST_DAYS = 365;

/** Without fuzz, so that the same log gives the same days on every machine. */
const SCHEDULER: FSRS = fsrs({ enable_fuzz: false, maximum_interval: LONGEST_DAYS });

/** Where a card is: in its first steps, back in them after it was forgotten, or at its intervals of days. */
export type Phase = "learning" | "relearning" | "review";

/** What the log says of one card. */
export interface CardState {
  readonly card: number;
  readonly phase: Phase;
  /** When it is to be asked again, were there no exam. */
  readonly due: number;
  /** Days until the chance to recall it has fallen to 90 %. */
  readonly stability: number;
  /** How often it was forgotten after it had been learned. */
  readonly lapses: number;
  /** When it was first and last asked. */
  readonly first: number;
  readonly last: number;
  /** Its ratings, the oldest first. */
  readonly ratings: readonly Rating[];
  /** What the scheduler needs to go on. */
  readonly memory: Card;
}

/** Each card that was asked, by its number. */
export type CardStates = ReadonlyMap<number, CardState>;

/**
 * What the log says of each card: the reviews replayed through FSRS-6 with its published parameters.
 *
 * Source: J. Ye, J. Su, Y. Cao, "A stochastic shortest path algorithm for optimizing spaced repetition
 * scheduling", KDD 2022; the algorithm as ts-fsrs has it.
 *
 * @example statesOf(log).get(37)?.lapses // 0
 */
export function statesOf(log: readonly LogEntry[]): CardStates {
  const states = new Map<number, CardState>();
  for (const review of standingReviews(log)) {
    states.set(review.card, reviewed(states.get(review.card), review));
  }
  return states;
}

/** A card's state after one more review; one before its last counts as at the same moment. */
export function reviewed(
  before: CardState | undefined,
  { card, at, rating }: Pick<Review, "card" | "at" | "rating">,
): CardState {
  const now = Math.max(at, before?.last ?? at);
  const start: Card = before?.memory ?? createEmptyCard(new Date(now));
  const memory = SCHEDULER.next(start, new Date(now), GRADES[rating]).card;
  return {
    card,
    phase: phaseOf(memory.state),
    due: memory.due.getTime(),
    stability: memory.stability,
    lapses: memory.lapses,
    first: before?.first ?? now,
    last: now,
    ratings: [...(before?.ratings ?? []), rating],
    memory,
  };
}

/** When a card is to be asked again. No review is put off until after an exam that lies ahead. */
export function dueOf({ due, last }: CardState, exam: Exam | undefined): number {
  return exam && last < exam.at ? Math.min(due, exam.at) : due;
}

/**
 * When each rating would bring a card back, in milliseconds from now.
 *
 * @example delays(37, undefined, now, undefined).good // 600000, ten minutes
 */
export function delays(
  card: number,
  state: CardState | undefined,
  now: number,
  exam: Exam | undefined,
): Readonly<Record<Rating, number>> {
  const delay = (rating: Rating) =>
    dueOf(reviewed(state, { card, at: now, rating }), exam) - Math.max(now, state?.last ?? now);
  return { again: delay("again"), hard: delay("hard"), good: delay("good"), easy: delay("easy") };
}

/**
 * The chance to recall a card now: R(t, S) = (1 + F·t/S)^(−w₂₀) after t days at a stability of S, where F is such
 * that R(S, S) = 0.9. A card that was never asked has none.
 *
 * @example retrievability(undefined, now) // 0
 */
export function retrievability(state: CardState | undefined, now: number): number {
  if (!state) return 0;
  const days = Math.max(0, now - state.last) / DAY;
  return forgetting_curve(SCHEDULER.parameters.w, days, state.stability);
}

const GRADES = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
} as const satisfies Record<Rating, Grade>;

function phaseOf(state: State): Phase {
  if (state === State.Review) return "review";
  return state === State.Relearning ? "relearning" : "learning";
}
