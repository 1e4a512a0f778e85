import { type Attempt, problemOf } from "./attempt";

/** What was practised on one day. */
export interface Day {
  /** As in "2026-11-23". */
  readonly day: string;
  /** Different problems. */
  readonly problems: number;
  /** Of these, the ones that were solved that day. */
  readonly solved: number;
}

/**
 * The days on which something was practised, the latest first.
 *
 * @param dayOf the day of a time; by default the reader's own calendar
 * @example historyByDay(attempts)[0] // { day: "2026-11-23", problems: 12, solved: 9 }
 */
export function historyByDay(
  attempts: readonly Attempt[],
  dayOf: (at: number) => string = localDay,
): readonly Day[] {
  return [...byDay(attempts, dayOf)]
    .map(([day, all]) => ({
      day,
      problems: new Set(all.map(problemOf)).size,
      solved: new Set(all.filter(({ verdict }) => verdict === "correct").map(problemOf)).size,
    }))
    .toSorted((one, other) => (one.day < other.day ? 1 : -1));
}

function byDay(attempts: readonly Attempt[], dayOf: (at: number) => string) {
  const days = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const day = dayOf(attempt.at);
    const others = days.get(day);
    if (others) others.push(attempt);
    else days.set(day, [attempt]);
  }
  return days;
}

/** The day of a time by the local calendar. @example localDay(0) // "1970-01-01" in Greenwich */
export function localDay(at: number): string {
  const date = new Date(at);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
