import type { Question } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { DERIVATIONS } from "./registry";
import type { CountAsk, CountWorking } from "./working";

/**
 * The steps to one number or shape of a question.
 *
 * @throws KernelError ERR_INPUT where the question has no such number
 */
export function deriveCount(question: Question, ask: CountAsk): CountWorking {
  const operation = DERIVATIONS[question.op];
  if (operation && ask === "shapes.y") return operation.outputShape(question);
  if (operation?.parameters && ask === "params") return operation.parameters(question);
  if (operation?.macs && ask === "macs") return operation.macs(question);
  throw new KernelError("ERR_INPUT", `There is no worked solution of ${ask} for ${question.op}.`);
}
