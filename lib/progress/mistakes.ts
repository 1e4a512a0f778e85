import { type Attempt, skillOf } from "./attempt";

/** A mistake that somebody makes, and where. */
export interface FrequentMistake {
  readonly mistake: string;
  readonly times: number;
  /** When it was last made. */
  readonly last: number;
  /** The types that practise what was asked when it was made, the latest first. */
  readonly exercises: readonly string[];
}

/**
 * The mistakes made, the most frequent first, and of equally frequent ones the latest.
 *
 * @example frequentMistakes(attempts)[0]?.mistake // "STRIDE_IGNORED"
 */
export function frequentMistakes(attempts: readonly Attempt[]): readonly FrequentMistake[] {
  const found = new Map<string, FrequentMistake>();
  for (const attempt of attempts) {
    const [exercise, { at }] = [skillOf(attempt), attempt];
    for (const mistake of new Set(attempt.mistakes)) {
      const before = found.get(mistake);
      const exercises = [exercise, ...(before?.exercises ?? []).filter((id) => id !== exercise)];
      const times = (before?.times ?? 0) + 1;
      found.set(mistake, { mistake, times, last: Math.max(at, before?.last ?? at), exercises });
    }
  }
  return [...found.values()].toSorted(
    (one, other) => other.times - one.times || other.last - one.last,
  );
}
