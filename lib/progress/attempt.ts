/** One answer that was marked. What could not be read is no attempt. */
export interface Attempt {
  /** A unique id, by which attempts from several files are told apart. */
  readonly id: string;
  /** When, in milliseconds since 1970 (UTC). */
  readonly at: number;
  /** The type of exercise: its skill. */
  readonly exercise: string;
  readonly version: number;
  readonly seed: string;
  /** 1 to 5. */
  readonly level: number;
  /** The conventions that the reader had chosen, by name. */
  readonly conventions: Readonly<Record<string, string>>;
  readonly verdict: "correct" | "incorrect";
  /** Correct cells ÷ cells. */
  readonly score: number;
  /** The ids of the mistakes that explain the answer; none where it is right or unexplained. */
  readonly mistakes: readonly string[];
  /** How many of the three stages of hints were open: 3 is the whole working. */
  readonly hints: number;
}

/** The stages of hints, from a nudge to the whole working. */
export const HINT_STAGES = 3;

/**
 * The attempts of both lists, each once by its id, oldest first.
 *
 * @example mergeAttempts([a, b], [b, c]) // [a, b, c]
 */
export function mergeAttempts(
  ours: readonly Attempt[],
  theirs: readonly Attempt[],
): readonly Attempt[] {
  const byId = new Map([...theirs, ...ours].map((attempt) => [attempt.id, attempt]));
  return [...byId.values()].toSorted(inOrder);
}

/** Oldest first; attempts of the same millisecond by their ids, so that the order is one for all. */
export function inOrder(one: Attempt, other: Attempt): number {
  return one.at - other.at || (one.id < other.id ? -1 : Number(one.id > other.id));
}

/**
 * Which problem an attempt is at: its type, version, level and seed. A second try shares it.
 *
 * @example problemOf(attempt) // "conv-forward/1/2/7"
 */
export function problemOf({
  exercise,
  version,
  level,
  seed,
}: Pick<Attempt, "exercise" | "version" | "level" | "seed">): string {
  return `${exercise}/${version}/${level}/${seed}`;
}
