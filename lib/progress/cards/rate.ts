import { type Attempt, HINT_STAGES, problemOf } from "../attempt";
import type { Rating, Way } from "./review";

/** How a question was answered. */
export interface Answered {
  readonly right: boolean;
  readonly way: Exclude<Way, "recall">;
  /** From 0, unaided, to 1, the whole working in view. */
  readonly help: number;
  readonly seconds: number;
}

/** What an answer takes if one has to think, by how it is given. */
const EXPECTED_SECONDS = { choice: 40, computed: 150 } as const;

/** From here on an answer was slow, and up to here quick, as shares of the expected time. */
const SLOW = 2;
const QUICK = 0.25;

/**
 * The rating that an answer earns. Wrong, or with the whole working in view: again. Right with some help, or in more
 * than twice the expected time (40 s for a choice, 150 s for a computation): hard. Right and unaided: good, and easy in
 * less than a quarter of that time, except for a choice, where one guess in four is right.
 *
 * @example ratingFor({ right: true, way: "computed", help: 0, seconds: 60 }) // "good"
 */
export function ratingFor({ right, way, help, seconds }: Answered): Rating {
  if (!right || help >= 1) return "again";
  const share = seconds / EXPECTED_SECONDS[way];
  if (help > 0 || share > SLOW) return "hard";
  return way === "computed" && share < QUICK ? "easy" : "good";
}

/**
 * What the attempts at a problem show: whether it was solved, and with how much help. Each stage of hints and each wrong
 * try before the right one is a third of the whole help. Nothing where it was not tried.
 */
export function answeredOf(
  attempts: readonly Attempt[],
  problem: Parameters<typeof problemOf>[0],
): Pick<Answered, "right" | "help"> | undefined {
  const tries = attempts.filter((attempt) => problemOf(attempt) === problemOf(problem));
  if (tries.length === 0) return undefined;
  const solved = tries.findIndex(({ verdict }) => verdict === "correct");
  const last = tries[solved < 0 ? tries.length - 1 : solved];
  const wrong = solved < 0 ? tries.length : solved;
  return {
    right: solved >= 0,
    help: Math.min(1, ((last?.hints ?? 0) + wrong) / HINT_STAGES),
  };
}
