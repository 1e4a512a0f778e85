import type { Paragraph } from "@/lib/exercises";

/** What stands in a wording for the words of the type. */
export const STATEMENT_SLOT = "{statement}";

/**
 * A statement in an instructor's words: they replace its words, and the displayed tensors stay. {statement} in them
 * stands for the replaced words; a blank line begins a paragraph.
 *
 * @example worded([["Slide K over X."]], "Read twice. {statement}") // [["Read twice. ", "Slide K over X."]]
 */
export function worded(
  statement: readonly Paragraph[],
  wording: string | undefined,
): readonly Paragraph[] {
  if (wording === undefined) return statement;
  const isWords = (paragraph: Paragraph) => !isDisplay(paragraph);
  const [said, displays] = [statement.filter(isWords), statement.filter(isDisplay)];
  const written = wording
    .trim()
    .split(/\n\s*\n/)
    .map((text) => filled(text.replace(/\s*\n\s*/g, " "), said));
  return [...written, ...displays];
}

/** Whether a paragraph is one displayed formula. */
function isDisplay(paragraph: Paragraph): boolean {
  return paragraph.length === 1 && typeof paragraph[0] === "object";
}

function filled(text: string, said: readonly Paragraph[]): Paragraph {
  const original = said.flatMap((paragraph, index) =>
    index > 0 ? [" ", ...paragraph] : paragraph,
  );
  return text
    .split(STATEMENT_SLOT)
    .flatMap((part, index) => (index > 0 ? [...original, part] : [part]))
    .filter((part) => part !== "");
}
