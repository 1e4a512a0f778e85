import { type Step, derive } from "@/lib/derivation";
import type { Ask, Question } from "@/lib/question";
import { type AnyAsk, type Asked, isOwnQuestion } from "./asked";
import { networkSteps } from "./network-steps";
import { ownSteps } from "./own/operations";

/** Whether an ask is one of a layer: the weights of a network go by longer names. */
function isLayerAsk(ask: AnyAsk): ask is Ask {
  return ask !== "find" && ask !== "mistake" && !/^grads\..*\./.test(ask);
}

/** The worked solution of what is asked. */
export function stepsTo({ question, ask }: Asked): readonly Step[] {
  if (isOwnQuestion(question)) return ownSteps(question);
  if (question.op === "network") return networkSteps(question, ask);
  if (!isLayerAsk(ask)) return [];
  return [...sizesFirst(question, ask), ...derive(question, ask).steps];
}

/** The sizes of an output are worked out before it is counted what it holds or takes. */
export function sizesFirst(question: Question, ask: Ask): readonly Step[] {
  const counts = ask === "macs" || ask === "flops" || ask.startsWith("memory.y");
  return counts && question.inputs.w ? derive(question, "shapes.y").steps : [];
}
