import { type Step, derive, deriveAll } from "@/lib/derivation";
import { type NetworkQuestion, deriveNetwork } from "@/lib/network";
import { chainValues } from "@/lib/network/chain";
import { parseChain } from "@/lib/network/chain/schema";
import { type Ask, type Question, isTensorAsk } from "@/lib/question";
import { toTex, toText } from "@/lib/tex";

/** One step of the working, as the command line prints it. */
export interface StepJson {
  readonly rule: string;
  readonly tex: string;
  readonly text: string;
}

/** The working of every result of a question, in the order in which a person would find them. */
export function stepsOf(question: Question | NetworkQuestion): readonly StepJson[] {
  return (question.op === "network" ? deriveNetwork(question) : deriveAll(question)).map(written);
}

/** The working of every value of a chain, forward and back. @throws KernelError as `chainValues` */
export function chainSteps(json: unknown): readonly StepJson[] {
  return chainValues(parseChain(json)).flatMap(({ question, ask }) =>
    question && isLayerAsk(ask) ? derive(question, ask).steps.map(written) : [],
  );
}

/** What is asked of one layer alone. */
function isLayerAsk(ask: string): ask is Ask & ("y" | `grads.${string}`) {
  return isTensorAsk(ask) && ask.split(".").length < 3;
}

function written({ rule, line }: Step): StepJson {
  return { rule, tex: toTex(line), text: toText(line) };
}
