import { type Writable, dots } from "@/lib/tex";

/** The most terms that one line shows; of more, the first ones and the last, with dots between. */
export const MAX_TERMS = 12;

/** How many terms stay before and after the dots. */
const [BEFORE, AFTER] = [4, 2];

/**
 * A row of terms that fits on a line: all of them, or the first four and the last two around dots. The term at `kept`
 * is always shown.
 *
 * @example elided([1, 2, 3]) // 1, 2, 3
 */
export function elided(terms: readonly Writable[], kept = 0): Writable[] {
  if (terms.length <= MAX_TERMS) return [...terms];
  const last = terms.length - AFTER;
  const middle = kept < BEFORE || kept >= last ? [dots] : between(terms, kept, last);
  return [...terms.slice(0, BEFORE), ...middle, ...terms.slice(last)];
}

function between(terms: readonly Writable[], kept: number, last: number): Writable[] {
  return [
    ...(kept > BEFORE ? [dots] : []),
    ...terms.slice(kept, kept + 1),
    ...(kept < last - 1 ? [dots] : []),
  ];
}
