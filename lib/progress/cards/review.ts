import { type Dated, inOrder } from "../merge";
import { isSameDay } from "./days";

/** How well a card was remembered, as the four keys have it. */
export const RATINGS = ["again", "hard", "good", "easy"] as const;

/** How well a card was remembered. */
export type Rating = (typeof RATINGS)[number];

/** How a card was asked: answered freely, chosen among four, or worked out with numbers of its own. */
export const WAYS = ["recall", "choice", "computed"] as const;

/** How a card was asked. */
export type Way = (typeof WAYS)[number];

/** One card, asked once. */
export interface Review extends Dated {
  /** The number of the card. */
  readonly card: number;
  readonly rating: Rating;
  readonly way: Way;
  /** From the question to the rating. */
  readonly seconds: number;
  /** The quiz that asked it, where one did. */
  readonly quiz?: string;
}

/** Takes a review back. It is an entry of its own, so that a file of before it cannot bring the review in again. */
export interface Undo extends Dated {
  /** The id of the review. */
  readonly undoes: string;
}

/** What the log is made of; everything else is worked out from it. */
export type LogEntry = Review | Undo;

/**
 * The reviews of a log that nobody took back, oldest first.
 *
 * @example standingReviews([review, { id: "u", at: 2, undoes: review.id }]) // []
 */
export function standingReviews(log: readonly LogEntry[]): readonly Review[] {
  const undone = new Set(log.flatMap((entry) => ("undoes" in entry ? [entry.undoes] : [])));
  return log
    .filter((entry): entry is Review => !("undoes" in entry) && !undone.has(entry.id))
    .toSorted(inOrder);
}

/**
 * The review that can be taken back: the last of its local day. What a quiz asked stays, as it stands in the quiz’s report.
 *
 * @example lastToUndo([{ ...review, at: yesterday }], now) // undefined
 */
export function lastToUndo(log: readonly LogEntry[], now: number): Review | undefined {
  return standingReviews(log).findLast(({ at, quiz }) => quiz === undefined && isSameDay(at, now));
}

/** What takes today’s last review back; nothing where there is none. */
export function undoLast(log: readonly LogEntry[], made: Dated): Undo | undefined {
  const last = lastToUndo(log, made.at);
  return last && { ...made, undoes: last.id };
}
