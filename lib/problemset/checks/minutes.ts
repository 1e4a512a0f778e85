import type { QuestionSpec } from "../spec/spec";

/** Minutes. */
export function expectedMinutes({ minutes = 1 }: QuestionSpec): number {
  return minutes;
}
