import type { Asked } from "@/lib/exercises";
import { checkProblem } from "@/lib/exercises/check";
import type { MistakeId } from "@/lib/mistakes";
import type { Conventions } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { underConventions } from "../document/accepted";

/** How one answer was marked. */
export interface Mark {
  readonly outcome: "correct" | "incorrect" | "blank" | "unreadable";
  /** The share of the points, from 0 to 1; NaN for what cannot be read, which a person must mark. */
  readonly score: number;
  /** The mistakes that explain what is wrong, each once. */
  readonly mistakes: readonly MistakeId[];
  /** Why it could not be read. */
  readonly message?: string;
}

type Check = ReturnType<typeof checkProblem>;

/** The mark of an answer of which nothing is written. */
export const BLANK: Mark = { outcome: "blank", score: 0, mistakes: [] };

/**
 * Marks an answer: the share of its cells that are right, under the question's own conventions or under those that the
 * set accepts, whichever gives the most. Nothing written is blank, with a score of 0.
 *
 * @example markOf(variant, "2 x 2", []).score // 1
 */
export function markOf(
  asked: Asked,
  text: string,
  accept: readonly Partial<Conventions>[] = [],
): Mark {
  if (text.trim() === "") return BLANK;
  const check = checkProblem(asked, text);
  if (check.verdict === "correct") return { outcome: "correct", score: 1, mistakes: [] };
  const others = accept.map((conventions) => scoreUnder(asked, conventions, text));
  const score = Math.max(check.score, ...others);
  if (score === 1) return { outcome: "correct", score, mistakes: [] };
  if (check.verdict === "invalid" && score === 0) return unreadable(check);
  return { outcome: "incorrect", score, mistakes: mistakesIn(check) };
}

/** 0 where the question does not hold together under the conventions. */
function scoreUnder(asked: Asked, conventions: Partial<Conventions>, text: string): number {
  try {
    const question = underConventions(asked.question, conventions);
    return checkProblem({ ...asked, question }, text).score;
  } catch (error) {
    if (error instanceof KernelError) return 0;
    throw error;
  }
}

function unreadable({ unreadable: why }: Check): Mark {
  const message = why?.message ?? "It cannot be read.";
  return { outcome: "unreadable", score: Number.NaN, mistakes: [], message };
}

/** The likeliest for each wrong cell: one that explains only what a likelier one explains already is left out. */
function mistakesIn({ diagnosis }: Check): MistakeId[] {
  const explained = new Set<string>();
  const ids = diagnosis.flatMap(({ ids: together, cells }) => {
    const fresh = cells.map(String).filter((cell) => !explained.has(cell));
    for (const cell of fresh) explained.add(cell);
    return fresh.length > 0 ? together : [];
  });
  return [...new Set(ids)];
}
