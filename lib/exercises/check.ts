import { type AnswerJson, type Check, checkAnswer, valueOf } from "@/lib/answer/check";
import { type Asked, isOwnQuestion } from "./asked";
import { chainSlips } from "./chain-slips";
import { droppedSlips } from "./dropped-slips";
import { flattenSlips } from "./flatten-slips";
import { type Key, sameKey } from "./key";
import { checkOwn } from "./own/check";

export { checkOwn } from "./own/check";
export { expectedOfOwn } from "./own/check-keyed";
export { readFound } from "./own/read-found";

/**
 * An answer to a problem: as `checkAnswer`, with the mistakes that only exercises know; for the questions that only
 * exercises ask by a check of their own, which takes every right answer.
 *
 * @throws KernelError where the question does not hold together
 * @example checkProblem(variant, "3, 2").verdict
 */
export function checkProblem({ question, ask }: Asked, answer: AnswerJson): Check {
  if (isOwnQuestion(question)) return checkOwn(question, answer);
  const check = checkAnswer(question, ask, answer);
  if (check.verdict !== "incorrect" || check.diagnosis.length > 0) return check;
  const given = tensorIn(check);
  const cells = check.cells.map(({ at }) => at);
  const known = [
    ...chainSlips(question),
    ...flattenSlips(question),
    ...droppedSlips({ question, ask }),
  ];
  const found = known.filter((slip) => sameKey(slip.answer, given));
  return {
    ...check,
    diagnosis: found.map(({ mistake }) => ({ mistake, ids: [mistake], cells })),
  };
}

/** The answer as it was read; a blank is no number. */
function tensorIn({ given }: Check): Key {
  const values = given?.cells.map((cell) => (cell === null ? undefined : valueOf(cell))) ?? [];
  return { shape: given?.shape ?? [], data: Float64Array.from(values, (one) => one ?? Number.NaN) };
}
