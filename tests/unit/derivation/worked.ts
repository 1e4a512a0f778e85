import { derive } from "@/lib/derivation";
import { type Ask, type QuestionDraft, questionFrom } from "@/lib/question";
import { toText } from "@/lib/tex";

/** The lines of a worked solution as a terminal shows them. */
export function worked(draft: QuestionDraft, ask: Ask, at?: readonly number[]): string[] {
  return derive(questionFrom(draft), ask, at).steps.map((step) => toText(step.line));
}
