import { deriveAll } from "@/lib/derivation";
import { type NetworkQuestion, deriveNetwork } from "@/lib/network";
import type { Question } from "@/lib/question";
import { toTex, toText } from "@/lib/tex";

/** One step of the working, as the command line prints it. */
export interface StepJson {
  readonly rule: string;
  readonly tex: string;
  readonly text: string;
}

/** The working of every result of a question, in the order in which a person would find them. */
export function stepsOf(question: Question | NetworkQuestion): readonly StepJson[] {
  const steps = question.op === "network" ? deriveNetwork(question) : deriveAll(question);
  return steps.map(({ rule, line }) => ({ rule, tex: toTex(line), text: toText(line) }));
}
