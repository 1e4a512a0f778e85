import { DAY, HOUR, MINUTE } from "./days";

const DAYS_OF_MONTH = 30.44;
const DAYS_OF_YEAR = 365.25;

/**
 * An interval as a button has room for it.
 *
 * @example intervalWords(600_000) // "10 min"
 */
export function intervalWords(milliseconds: number): string {
  if (milliseconds < HOUR) return `${Math.max(1, Math.round(milliseconds / MINUTE))} min`;
  if (milliseconds < DAY) return `${Math.round(milliseconds / HOUR)} h`;
  const days = milliseconds / DAY;
  if (days < 2 * DAYS_OF_MONTH) return `${Math.round(days)} d`;
  if (days < DAYS_OF_YEAR) return `${Math.round(days / DAYS_OF_MONTH)} mo`;
  return `${(days / DAYS_OF_YEAR).toFixed(1).replace(/\.0$/, "")} y`;
}
