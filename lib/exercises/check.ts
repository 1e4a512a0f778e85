import { type AnswerJson, type Check, checkAnswer } from "@/lib/answer/check";
import { type Asked, isOwnQuestion } from "./asked";
import { checkOwn } from "./own/check";

export { checkOwn } from "./own/check";
export { expectedOfOwn } from "./own/check-keyed";

/**
 * An answer to a problem: as `checkAnswer`, and for the questions that only exercises ask by a check of their own,
 * which takes every right answer.
 *
 * @throws KernelError where the question does not hold together
 * @example checkProblem(variant, "3, 2").verdict
 */
export function checkProblem({ question, ask }: Asked, answer: AnswerJson): Check {
  if (isOwnQuestion(question)) return checkOwn(question, answer);
  return checkAnswer(question, ask, answer);
}
