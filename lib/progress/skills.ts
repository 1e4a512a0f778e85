import { type Attempt, HINT_STAGES, LADDER_RUNGS, problemOf, skillOf } from "./attempt";
import { MASTERED, PARAMETERS, trace } from "./knowledge";
import { inOrder } from "./merge";

/** A type of exercise as progress sees it. Their order is the order in which one would learn them. */
export interface Skill {
  readonly id: string;
  readonly topic: string;
  /** The mistakes that its problems tell apart. */
  readonly mistakes: readonly string[];
}

/** What is known of somebody's hold on one skill. */
export interface Mastery {
  /** The probability that the skill is there. */
  readonly known: number;
  readonly attempts: number;
  /** The highest level solved at the first try without hints; 0 where there is none. */
  readonly solved: number;
  /** When it was last practised. */
  readonly last: number;
}

/** Each skill that was tried, by the id of its exercise. */
export type Masteries = ReadonlyMap<string, Mastery>;

/**
 * The mastery of each skill, from all attempts. Each hint stage counts as a third of the whole
 * help, and so does each earlier try at the same problem, and each rung below the ladder's last.
 *
 * @example masteries([firstRightAnswer]).get("conv-forward")?.known // 0.4
 */
export function masteries(attempts: readonly Attempt[]): Masteries {
  const found = new Map<string, Mastery>();
  const tries = new Map<string, number>();
  for (const attempt of attempts.toSorted(inOrder)) {
    const problem = problemOf(attempt);
    const before = tries.get(problem) ?? 0;
    tries.set(problem, before + 1);
    const shown = LADDER_RUNGS - (attempt.rung ?? LADDER_RUNGS);
    const help = Math.min(1, (attempt.hints + before + shown) / HINT_STAGES);
    const skill = skillOf(attempt);
    found.set(skill, after(found.get(skill), attempt, help));
  }
  return found;
}

function after(mastery: Mastery | undefined, attempt: Attempt, help: number): Mastery {
  const right = attempt.verdict === "correct";
  const solved = mastery?.solved ?? 0;
  return {
    known: trace(mastery?.known ?? PARAMETERS.known, { right, help }),
    attempts: (mastery?.attempts ?? 0) + 1,
    solved: right && help === 0 ? Math.max(solved, attempt.level) : solved,
    last: attempt.at,
  };
}

/** How well a topic is known: the mean over its skills, one that was never tried counting 0. */
export function topicMastery(topic: string, skills: readonly Skill[], known: Masteries): number {
  const values = skills
    .filter((skill) => skill.topic === topic)
    .map(({ id }) => known.get(id)?.known ?? 0);
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** How one would speak of it: not tried, begun, growing, mastered. */
export type Standing = "untried" | "begun" | "growing" | "mastered";

/** From here on a skill is more likely there than not. */
const GROWING = 0.5;

/** How one would speak of a mastery. @example standing(undefined) // "untried" */
export function standing(mastery: Mastery | undefined): Standing {
  if (!mastery) return "untried";
  if (mastery.known >= MASTERED) return "mastered";
  return mastery.known >= GROWING ? "growing" : "begun";
}
