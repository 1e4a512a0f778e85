import { type ChainQuestion, type ChainValue, withDrawnValues } from "@/lib/network/chain";
import { KernelError } from "@/lib/tensor";
import type { ChainForm } from "../form";
import { readChain } from "./read-chain";
import { keyOfProblem, valuesOf } from "./values";

/**
 * The chain of a form that holds together.
 *
 * @throws KernelError where something is missing or does not fit
 */
export function chainOf(form: ChainForm): ChainQuestion {
  const { question, problems } = readChain(form);
  if (question) return question;
  const [problem = "There is no chain yet: something is missing."] = Object.values(problems);
  throw new KernelError("ERR_INPUT", problem);
}

/** Its values too. @throws KernelError as `chainOf` and `chainValues` */
export function problemOf(form: ChainForm): {
  readonly question: ChainQuestion;
  readonly values: readonly ChainValue[];
} {
  const question = withDrawnValues(chainOf(form));
  return { question, values: valuesOf(question, keyOfProblem(form)) };
}
