import { type Check, type Key, checkAnswer } from "@/lib/answer/check";
import { checkRounded } from "@/lib/answer/rounded";
import type { Question } from "@/lib/question";
import { type Radii, rangesFrom } from "@/lib/question/rounded";
import { ROUNDED_WORDS } from "@/content/check";
import { diagnosesOf } from "../../practice/scene/diagnoses";
import { outcomeOf } from "../../practice/scene/mark-answer";
import { nestedCells } from "../../practice/scene/nested-cells";
import type { AnswerSpec, Outcome } from "../../practice/types";
import { typedFrom } from "../typed-answer";

/** What is said of an answer; where numbers were rounded, what lies between the bounds is right. */
export function markForm(
  question: Question,
  ask: string,
  key: Key,
  spec: AnswerSpec,
  text: string,
  radii: Radii,
): Outcome {
  const typed = spec.kind === "grid" ? typedFrom(text, spec.shape) : { shape: [1], cells: [text] };
  const answer = spec.kind === "grid" ? nestedCells(typed) : text;
  const isRounded = Object.keys(radii).length > 0;
  const check: Check = isRounded
    ? checkRounded(question, rangesFrom(question, radii), ask, answer)
    : checkAnswer(question, ask, answer);
  const marked = { question, ask, key: key.kind === "tensor" ? key.tensor : 0 };
  const outcome = outcomeOf(marked, check, spec, typed);
  const convention = check.convention ? `Your answer would be ${check.convention}.` : undefined;
  return {
    ...outcome,
    diagnoses: diagnosesOf(marked, check),
    ...(convention ? { convention } : {}),
    ...(isRounded && check.verdict === "correct" ? { convention: ROUNDED_WORDS } : {}),
  };
}
