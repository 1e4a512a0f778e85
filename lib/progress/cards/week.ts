import { localDay } from "../history";
import { dayStart, daysBetween } from "./days";
import type { CardRef } from "./queue";
import { type CardStates, dueOf } from "./schedule";
import { type CardSettings, examAhead } from "./study";

/** What comes back on one day. */
export interface DueDay {
  /** As in "2026-11-23". */
  readonly day: string;
  /** When it begins. */
  readonly start: number;
  /** Cards that come back, on the first day with all that is overdue. */
  readonly due: number;
}

const DAYS = 7;

/** How many cards come back today, all in their first steps among them, and on each of the next six days; no new ones. */
export function weekAhead(
  deck: readonly CardRef[],
  states: CardStates,
  settings: CardSettings,
  now: number,
): readonly DueDay[] {
  const exam = examAhead(settings, now);
  const later = deck.flatMap(({ number }) => {
    const state = states.get(number);
    if (!state) return [];
    return [state.phase === "review" ? Math.max(0, daysBetween(now, dueOf(state, exam))) : 0];
  });
  return Array.from({ length: DAYS }, (_, index) => {
    const start = dayStart(now, index);
    return { day: localDay(start), start, due: later.filter((day) => day === index).length };
  });
}
