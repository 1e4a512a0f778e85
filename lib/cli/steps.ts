import type { Question } from "@/lib/question";

/** One step of the working, as the command line prints it. */
export interface StepJson {
  readonly rule: string;
  readonly tex: string;
  readonly text: string;
}

/** The working of every result of a question, in the order in which a person would find them. */
export function stepsOf(_question: Question): readonly StepJson[] {
  return [];
}
