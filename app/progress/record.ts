import type { Attempt } from "@/lib/progress";
import { newId } from "./new-id";
import { addAttempts } from "./store";

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

/**
 * Records an answer that was marked, in this browser alone. Two mistakes that act together count as
 * each of them. Never fails: where the browser keeps nothing, it lasts as long as the tab.
 */
export async function recordAttempt({ verdict, ...attempt }: NewAttempt): Promise<void> {
  if (verdict === "invalid") return;
  const mistakes = attempt.mistakes.flatMap((mistake) => mistake.split("+"));
  await addAttempts([
    {
      ...attempt,
      id: newId(),
      at: attempt.at ?? Date.now(),
      verdict,
      mistakes: [...new Set(mistakes)],
      conventions: namesOf(attempt.conventions),
    },
  ]);
}

function namesOf(conventions: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(conventions).map(([name, choice]) => [name, String(choice)]),
  );
}
