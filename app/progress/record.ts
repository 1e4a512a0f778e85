import type { Attempt } from "@/lib/progress";
import { newId } from "./new-id";
import { addEntries } from "./store";

/** An answer that was marked, as the page that marked it tells of it. */
export interface NewAttempt extends Omit<Attempt, "id" | "verdict" | "conventions" | "at"> {
  readonly conventions: object;
  /** An invalid answer is no attempt: it is not recorded. */
  readonly verdict: Attempt["verdict"] | "invalid";
  /** Milliseconds since 1970; now, where it is left out. */
  readonly at?: number;
}

/**
 * Records an answer that was marked, in this browser alone. Two mistakes that act together count as
 * each of them. Never fails: where the browser keeps nothing, it lasts as long as the tab.
 */
export async function recordAttempt({ verdict, ...attempt }: NewAttempt): Promise<void> {
  if (verdict === "invalid") return;
  const mistakes = attempt.mistakes.flatMap((mistake) => mistake.split("+"));
  const made: Attempt = {
    ...attempt,
    id: newId(),
    at: attempt.at ?? Date.now(),
    verdict,
    mistakes: [...new Set(mistakes)],
    conventions: namesOf(attempt.conventions),
  };
  await addEntries({ attempts: [made] });
}

function namesOf(conventions: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(conventions).map(([name, choice]) => [name, String(choice)]),
  );
}
