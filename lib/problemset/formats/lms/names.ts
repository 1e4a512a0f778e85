import type { SetDocument, SetQuestion } from "../../document/document";

/** A name for a set that is the same each time, and that no other set has. @example "K7QF-2M9X" */
export function setIdentifier({ sheets }: SetDocument): string {
  for (const { code } of sheets()) return code;
  return "EMPTY";
}

/** "Question 3: Output size", as groups and categories are called. */
export function questionName({ number, title }: SetQuestion): string {
  return `Question ${number}: ${title}`;
}

/** What stands for a question that does not count. */
export const VOID_WORDS = "This question is void: it needs no answer and gives no points.";
