import type { Conventions } from "@/lib/question";

/** One marked answer, as mastery is reckoned from it. */
export interface Attempt {
  readonly exercise: string;
  readonly version: number;
  readonly seed: string;
  readonly level: number;
  readonly conventions: Conventions;
  readonly verdict: "correct" | "incorrect";
  readonly score: number;
  readonly mistakes: readonly string[];
  /** How many of the three stages of help were taken. */
  readonly hints: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Keeps an attempt in this browser. */
export async function recordAttempt(_attempt: Attempt): Promise<void> {}
