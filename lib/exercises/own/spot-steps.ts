import { type Step, derive } from "@/lib/derivation";
import { spotKey, type SpotQuestion } from "./spot";

/** The working of the right solution, to the end of the line that was wrong. */
export function spotSteps(question: SpotQuestion): readonly Step[] {
  const spotted = spotKey(question);
  return derive(question.question, question.ask, spotted?.at).steps;
}
