import type { OwnQuestion } from "../asked";
import { type Spotted, isSpotted } from "../key";
import { isFound } from "./find";
import { ownKey } from "./operations";

/**
 * Whether an answer to a question of an exercise's own kind is right: any settings that give the size, every input
 * size, the padded shape, the wrong line and its mistake.
 *
 * @example acceptsOwn(findPadding, [2]) // true where padding 2 gives the size
 */
export function acceptsOwn(question: OwnQuestion, answer: readonly number[] | Spotted): boolean {
  const key = ownKey(question);
  if (isList(answer)) {
    if (question.op === "find") return isFound(question, answer);
    if (typeof key === "number") return answer.length === 1 && answer[0] === key;
    return isList(key) && key.join() === answer.join();
  }
  const right = typeof key === "object" && isSpotted(key) ? key : undefined;
  return right?.mistake === answer.mistake && right.at.join() === answer.at.join();
}

function isList(answer: unknown): answer is readonly number[] {
  return Array.isArray(answer);
}
