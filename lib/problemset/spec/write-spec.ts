import { Document, Scalar, isMap, isSeq, visit } from "yaml";

/** A text of several lines takes one, since a question does. */
const ONE_LINE = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER };

/**
 * The file of a set in YAML, a question a line; what is undefined is left out.
 *
 * @example writeSpec({ title: "Quiz", seed: 1, questions: [{ type: "macs", level: 2 }] })
 * // "title: Quiz\nseed: 1\nquestions:\n  - { type: macs, level: 2 }\n"
 */
export function writeSpec(set: Readonly<Record<string, unknown>>): string {
  const document = new Document(set, { aliasDuplicateObjects: false });
  const questions = document.get("questions");
  if (!isSeq(questions)) return document.toString(ONE_LINE);
  for (const one of questions.items) if (isMap(one)) one.flow = true;
  visit(questions, { Scalar: (_, node) => quoteLines(node) });
  return document.toString(ONE_LINE);
}

function quoteLines(node: Scalar): void {
  const isLong = typeof node.value === "string" && node.value.includes("\n");
  if (isLong) node.type = Scalar.QUOTE_DOUBLE;
}
