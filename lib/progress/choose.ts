import type { Attempt } from "./attempt";
import type { Mastery, Masteries, Skill } from "./skills";

/** What makes a type likelier to come next; the weights add up. */
export const WEIGHTS = {
  /**
   * The first types of all topics together that were never tried. Each topic has less of it than the one before, and
   * each untried type of a topic half of the one before.
   */
  untried: 1,
  /** Times what is missing of its mastery, 1 − P(L). */
  missing: 1,
  /** Times the share of the recent mistakes that its problems tell apart. */
  mistakes: 1,
  /** Every type that was tried, mastered ones too, so that they come back now and then. */
  review: 0.1,
} as const;

/** How many of the latest mistakes count as recent. */
const RECENT = 20;

const LEVELS = 5;

/** How strongly a type asks to come next, by its id. */
export function weights(
  skills: readonly Skill[],
  known: Masteries,
  attempts: readonly Attempt[],
): ReadonlyMap<string, number> {
  const recent = attempts.flatMap(({ mistakes }) => mistakes).slice(-RECENT);
  const untried = untriedShares(skills.filter(({ id }) => !known.has(id)));
  return new Map(
    skills.map(({ id, mistakes }) => {
      const mastery = known.get(id);
      const need = mastery
        ? WEIGHTS.review + WEIGHTS.missing * (1 - mastery.known)
        : WEIGHTS.untried * (untried.get(id) ?? 0);
      return [id, need + WEIGHTS.mistakes * share(recent, mistakes)];
    }),
  );
}

/** What a topic has of what the topic before it in the order of learning has. */
const NEXT_TOPIC = 0.6;

/** A session is mixed from the first: each topic's first untried type has its share, the first topics the largest. */
function untriedShares(untried: readonly Skill[]): ReadonlyMap<string, number> {
  const topics = [...new Set(untried.map(({ topic }) => topic))];
  const parts = topics.map((_, place) => NEXT_TOPIC ** place);
  const all = parts.reduce((sum, part) => sum + part, 0);
  return new Map(
    topics.flatMap((name, place) =>
      untried
        .filter(({ topic }) => topic === name)
        .map(({ id }, before) => [id, ((parts[place] ?? 0) / all) * 2 ** -before] as const),
    ),
  );
}

function share(recent: readonly string[], mistakes: readonly string[]): number {
  const told = recent.filter((mistake) => mistakes.includes(mistake));
  return told.length / Math.max(1, recent.length);
}

/**
 * The type to practise next: drawn by its weight, never the one that has just been (unless it is
 * the only one).
 *
 * @param draw a random number from 0 up to 1
 * @throws RangeError where there is no type to choose from
 * @example chooseSkill(skills, weights(skills, known, attempts), "conv-forward", Math.random())
 */
export function chooseSkill(
  skills: readonly Skill[],
  weight: ReadonlyMap<string, number>,
  last: string | undefined,
  draw: number,
): Skill {
  const others = skills.filter(({ id }) => id !== last);
  const open = others.length > 0 ? others : skills;
  const total = open.reduce((sum, { id }) => sum + (weight.get(id) ?? 0), 0);
  let left = draw * total;
  const chosen = open.find(({ id }) => (left -= weight.get(id) ?? 0) < 0) ?? open.at(-1);
  if (!chosen) throw new RangeError("There are 0 types of exercise; at least 1 is needed.");
  return chosen;
}

/**
 * The level that fits a mastery: each fifth of it one level, but at most one above the highest that
 * was solved unaided.
 *
 * @example levelFor({ known: 0.8, attempts: 2, solved: 1, last: 0 }) // 2
 */
export function levelFor(mastery: Mastery | undefined): number {
  if (!mastery) return 1;
  const earned = 1 + Math.floor(mastery.known * LEVELS);
  return Math.max(1, Math.min(earned, mastery.solved + 1, LEVELS));
}
