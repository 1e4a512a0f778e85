import { type Attempt, problemOf, skillOf } from "./attempt";
import { chooseSkill, levelFor, weights } from "./choose";
import { type FrequentMistake, frequentMistakes } from "./mistakes";
import { type Masteries, type Skill, masteries } from "./skills";

/** One problem of a session. */
export interface SessionProblem {
  readonly exercise: string;
  readonly version: number;
  readonly seed: string;
  readonly level: number;
}

/** A run of problems of mixed types. Only the problems met so far stand in it: each next one is chosen by what was answered. */
export interface Session {
  readonly id: string;
  /** When it began, in milliseconds since 1970 (UTC). */
  readonly startedAt: number;
  /** How many problems it has in all. */
  readonly size: number;
  /** The latest is the one at hand. */
  readonly problems: readonly SessionProblem[];
  /** Whether the last problem has been left behind. */
  readonly done: boolean;
}

/** How many problems a session has, unless one asks for another number. */
export const SESSION_SIZE = 8;

/** A type of exercise with the version that new problems are made of. */
export interface VersionedSkill extends Skill {
  readonly version: number;
}

/** A session with its first problem. @param draw a random number from 0 up to 1 */
export function beginSession(
  start: Pick<Session, "id" | "startedAt" | "size">,
  skills: readonly VersionedSkill[],
  attempts: readonly Attempt[],
  draw: number,
): Session {
  const session = { ...start, problems: [], done: false };
  return { ...session, problems: [nextProblem(session, skills, attempts, draw)] };
}

/** The session at its next problem, or at its end. @param draw a random number from 0 up to 1 */
export function advance(
  session: Session,
  skills: readonly VersionedSkill[],
  attempts: readonly Attempt[],
  draw: number,
): Session {
  if (session.problems.length >= session.size) return { ...session, done: true };
  const next = nextProblem(session, skills, attempts, draw);
  return { ...session, problems: [...session.problems, next] };
}

/** The session ended before its time; a problem that was not tried does not count. */
export function endSession(session: Session, attempts: readonly Attempt[]): Session {
  const isOpen = outcomes(session, attempts).at(-1) === "untried";
  const problems = isOpen ? session.problems.slice(0, -1) : session.problems;
  return { ...session, problems, done: true };
}

function nextProblem(
  { id, problems }: Session,
  skills: readonly VersionedSkill[],
  attempts: readonly Attempt[],
  draw: number,
): SessionProblem {
  const known = masteries(attempts);
  const last = problems.at(-1)?.exercise ?? attempts.at(-1)?.exercise;
  const skill = chooseSkill(skills, weights(skills, known, attempts), last, draw);
  const version = skills.find((one) => one.id === skill.id)?.version ?? 1;
  const level = levelFor(known.get(skill.id));
  return { exercise: skill.id, version, seed: `${id}.${problems.length}`, level };
}

/** How a problem of a session went: solved at once, in the end, not yet, or not tried. */
export type Outcome = "first-try" | "solved" | "wrong" | "untried";

/** How each problem of a session went, in its order. */
export function outcomes(session: Session, attempts: readonly Attempt[]): readonly Outcome[] {
  return session.problems.map((problem) => {
    const tries = attempts.filter((attempt) => problemOf(attempt) === problemOf(problem));
    if (tries.length === 0) return "untried";
    const [first] = tries;
    if (first?.verdict === "correct" && first.hints === 0) return "first-try";
    return tries.some(({ verdict }) => verdict === "correct") ? "solved" : "wrong";
  });
}

/** What a session changed in one skill. */
export interface Gain {
  readonly exercise: string;
  /** The mastery before the session; 0 where the skill was new. */
  readonly before: number;
  readonly after: number;
}

/** What there is to say at a session's end. */
export interface Summary {
  /** How many problems were solved, and of these at the first try without a hint. */
  readonly solved: number;
  readonly firstTry: number;
  /** The skills practised, the largest change first. */
  readonly gains: readonly Gain[];
  /** The mistakes made, the most frequent first. */
  readonly mistakes: readonly FrequentMistake[];
}

/** What was learned in a session. */
export function summarise(session: Session, attempts: readonly Attempt[]): Summary {
  const ended = outcomes(session, attempts);
  const inside = attemptsOf(session, attempts);
  const before = masteries(attempts.filter(({ at }) => at < session.startedAt));
  const after = masteries(attempts);
  return {
    solved: ended.filter((one) => one === "first-try" || one === "solved").length,
    firstTry: ended.filter((one) => one === "first-try").length,
    gains: gainsOf(inside, before, after),
    mistakes: frequentMistakes(inside),
  };
}

function attemptsOf(session: Session, attempts: readonly Attempt[]): Attempt[] {
  const problems = new Set(session.problems.map(problemOf));
  return attempts.filter((attempt) => problems.has(problemOf(attempt)));
}

function gainsOf(inside: readonly Attempt[], before: Masteries, after: Masteries): Gain[] {
  return [...new Set(inside.map(skillOf))]
    .map((exercise) => ({
      exercise,
      before: before.get(exercise)?.known ?? 0,
      after: after.get(exercise)?.known ?? 0,
    }))
    .toSorted((one, other) => change(other) - change(one));
}

function change({ before, after }: Gain): number {
  return after - before;
}
