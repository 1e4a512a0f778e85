import type { Variant } from "./variant";
import type { Paragraph } from "./statement";
import { conventionNotes } from "./wording";

/** What a problem asks, as paragraphs of words and formulas. */
export function paragraphsOf({
  exercise,
  question,
  ask,
}: Pick<Variant, "exercise" | "question" | "ask">): readonly Paragraph[] {
  return [...exercise.statement({ question, ask }), ...conventionNotes(question, ask)];
}
