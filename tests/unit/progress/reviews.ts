import type { CardSettings, Rating, Review } from "@/lib/progress";
import { DEFAULT_SETTINGS, standingReviews } from "@/lib/progress";
import type { LogEntry } from "@/lib/progress";
import { type Desk, statesOf } from "@/lib/progress/cards";

let count = 0;

/** A review of a card like any other: answered freely within ten seconds. */
export function review(
  card: number,
  rating: Rating,
  at: number,
  change: Partial<Review> = {},
): Review {
  count += 1;
  return { id: `r${count}`, at, card, rating, way: "recall", seconds: 10, ...change };
}

/** Twelve cards of three topics, in the order of learning. */
export const DECK = Array.from({ length: 12 }, (_, index) => ({
  number: index + 1,
  topic: ["convolution", "errors", "detection"][Math.floor(index / 4)] ?? "",
}));

/** A local morning, so that days are counted as a reader counts them. */
export const MONDAY = new Date(2026, 10, 23, 8).getTime();

/** The same hour, so many days later. */
export function later(days: number, minutes = 0): number {
  return new Date(2026, 10, 23 + days, 8, minutes).getTime();
}

/** Everything that the queue of a moment is made from. */
export function deskAt(
  now: number,
  log: readonly LogEntry[],
  settings: Partial<CardSettings> = {},
): Desk {
  return {
    deck: DECK,
    reviews: standingReviews(log),
    states: statesOf(log),
    settings: { ...DEFAULT_SETTINGS, ...settings },
    now,
  };
}
