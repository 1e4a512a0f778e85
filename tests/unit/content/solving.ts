import { LESSONS } from "@/content";
import { type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { type NestedNumbers, toNested } from "@/lib/tensor";
import type { BlockOf } from "./blocks";

/** A question with its values and gradients. */
export function solved(draft: QuestionDraft) {
  const solution = solve(questionFrom(draft));
  if (!solution.y || !solution.grads) throw new Error("This question has no values.");
  return { ...solution, y: solution.y, grads: solution.grads };
}

/** y as nested arrays. */
export function output(draft: QuestionDraft): NestedNumbers {
  return toNested(solved(draft).y);
}

/** A gradient as nested arrays. */
export function gradient(draft: QuestionDraft, by: "x" | "w" | "b"): NestedNumbers {
  const { grads } = solved(draft);
  const found = grads[by];
  if (!found) throw new Error(`There is no gradient by ${by}.`);
  return toNested(found);
}

/** All the numbers, in order. */
export function values(nested: NestedNumbers): number[] {
  return typeof nested === "number" ? [nested] : nested.flatMap(values);
}

/** The values of one of a question's own tensors. */
export function given(draft: QuestionDraft, name: "x" | "w" | "dy"): number[] {
  const { inputs, dy } = questionFrom(draft);
  return Array.from((name === "dy" ? dy : inputs[name])?.data ?? []);
}

/** Their sum. */
export function total(nested: NestedNumbers): number {
  return values(nested).reduce((sum, value) => sum + value, 0);
}

/** A lesson’s player, by its title. */
export function playerOf(slug: string, title: string): BlockOf<"player"> {
  const blocks = LESSONS.find((lesson) => lesson.slug === slug)?.blocks ?? [];
  const found = blocks.find((block) => block.kind === "player" && block.title === title);
  if (found?.kind !== "player") throw new Error(`${slug} has no player "${title}".`);
  return found;
}

/** The running totals that a player shows, step by step. */
export function totalsOf({ plan }: BlockOf<"player">): QuestionDraft[] {
  return plan.flatMap((entry) => ("remark" in entry && entry.soFar ? [entry.soFar] : []));
}
