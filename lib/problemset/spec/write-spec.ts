import { Document, isMap, isSeq } from "yaml";

/**
 * The file of a set in YAML, a question a line; what is undefined is left out.
 *
 * @example writeSpec({ title: "Quiz", seed: 1, questions: [{ type: "macs", level: 2 }] })
 * // "title: Quiz\nseed: 1\nquestions:\n  - { type: macs, level: 2 }\n"
 */
export function writeSpec(set: Readonly<Record<string, unknown>>): string {
  const document = new Document(set);
  const questions = document.get("questions");
  if (isSeq(questions)) for (const one of questions.items) if (isMap(one)) one.flow = true;
  return document.toString({ lineWidth: 0 });
}
