import { localDay } from "../history";

/** When the local day of a time begins, or one so many days later. @example dayStart(now, 1) // midnight to come */
export function dayStart(at: number, later = 0): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + later).getTime();
}

/** How many local midnights lie between two times. @example daysBetween(now, dayStart(now, 3)) // 3 */
export function daysBetween(from: number, to: number): number {
  return Math.round((calendarDay(to) - calendarDay(from)) / DAY);
}

/** The local day's midnight as if there were no change of clocks. */
function calendarDay(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

/** Whether two times are of the same local day. */
export function isSameDay(one: number, other: number): boolean {
  return localDay(one) === localDay(other);
}

/** Milliseconds of a minute. */
export const MINUTE = 60_000;

/** Milliseconds of an hour. */
export const HOUR = 60 * MINUTE;

/** Milliseconds of a day without a change of clocks. */
export const DAY = 24 * HOUR;
