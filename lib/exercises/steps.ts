import { type Step, derive } from "@/lib/derivation";
import type { Ask } from "@/lib/question";
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
  return isLayerAsk(ask) ? derive(question, ask).steps : [];
}
