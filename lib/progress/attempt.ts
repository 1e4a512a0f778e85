/** One answer that was marked. What could not be read is no attempt. */
export interface Attempt {
  /** A unique id, by which attempts from several files are told apart. */
  readonly id: string;
  /** When, in milliseconds since 1970 (UTC). */
  readonly at: number;
  /** The type of exercise. */
  readonly exercise: string;
  /** The gradient that was asked for, where the same numbers went backward. */
  readonly ask?: string;
  /** The type that practises what was asked, where that is another: its skill is the one that shows. */
  readonly skill?: string;
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
  /** The rung of the ladder on which it was answered: 1 shows the whole working, 4 leaves all of it open. */
  readonly rung?: number;
}

/** The stages of hints, from a nudge to the whole working. */
export const HINT_STAGES = 3;

/** The rungs of the ladder, from the whole working to none of it. */
export const LADDER_RUNGS = 4;

/** The skill that an attempt shows. @example skillOf({ exercise: "conv-forward" }) // "conv-forward" */
export function skillOf({ exercise, skill }: Pick<Attempt, "exercise" | "skill">): string {
  return skill ?? exercise;
}

/**
 * Which problem an attempt is at: its type, version, level and seed, and what was asked backward. A second try shares it.
 *
 * @example problemOf(attempt) // "conv-forward/1/2/7"
 */
export function problemOf({
  exercise,
  version,
  level,
  seed,
  ask,
}: Pick<Attempt, "exercise" | "version" | "level" | "seed" | "ask">): string {
  return [exercise, version, level, seed, ...(ask === undefined ? [] : [ask])].join("/");
}
