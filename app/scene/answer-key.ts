import type { Ask, Question, Solution } from "@/lib/question";
import { valueAt } from "@/lib/tensor";
import { askedTensor, tensorNamed } from "./tensors";

/** What is asked for: one number, or the sizes of a shape. */
export type AnswerKey = number | readonly number[];

/**
 * The key of a question, computed.
 *
 * @throws Error where there is nothing of that name, or a whole tensor is asked for
 */
export function answerKey(
  question: Question,
  solution: Solution,
  ask: Ask,
  at?: readonly number[],
): AnswerKey {
  if (ask === "params" || ask === "macs" || ask === "flops") return solution[ask];
  if (ask.startsWith("shapes.")) return known(solution.shapes[ask.slice(7)], ask);
  if (ask.startsWith("memory.")) {
    const [, name = "", unit] = ask.split(".");
    return known(solution.memory[name]?.[unit === "values" ? "values" : "bytes"], ask);
  }
  const name = askedTensor(ask);
  const tensor = name && tensorNamed(question, solution, name);
  return valueAt(known(tensor?.data && tensor, ask), known(at, `${ask} without a cell`));
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no key for ${what}.`);
  return value;
}
