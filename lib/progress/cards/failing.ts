import type { CardState } from "./schedule";

const RECENT = 8;
const FAILS = 4;

/**
 * Whether a card keeps failing: at least four of its last eight ratings were "again". Asking it once more helps little
 * then; its worked problem does.
 *
 * @example keepsFailing(undefined) // false
 */
export function keepsFailing(state: CardState | undefined): boolean {
  const recent = state?.ratings.slice(-RECENT) ?? [];
  return recent.filter((rating) => rating === "again").length >= FAILS;
}
