import { type Step, derive } from "@/lib/derivation";
import type { Ask } from "@/lib/question";
import { type Asked, isOwnQuestion } from "./asked";
import { networkSteps } from "./network-steps";
import { ownSteps } from "./own/operations";

/** The worked solution of what is asked. */
export function stepsTo({ question, ask }: Asked): readonly Step[] {
  if (isOwnQuestion(question)) return ownSteps(question);
  if (question.op === "network") return networkSteps(question, ask);
  return derive(question, ask as Ask).steps;
}
