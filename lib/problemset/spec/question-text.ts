import { Document, isMap, isSeq } from "yaml";
import { placed } from "./places";

/**
 * A question by hand as one would type it, in YAML: a field a line, a layer a line.
 *
 * @example writeQuestion({ op: "find", given: { input: 5 } }) // "op: find\ngiven: { input: 5 }\n"
 */
export function writeQuestion(question: unknown): string {
  const document = new Document(question, { aliasDuplicateObjects: false });
  const fields = isMap(document.contents) ? document.contents.items : [];
  for (const { value } of fields) {
    const lines = isSeq(value) ? value.items.filter((one) => isMap(one)) : [];
    if (lines.length > 0) for (const line of lines) line.flow = true;
    else if (isMap(value) || isSeq(value)) value.flow = true;
  }
  return document.toString({ lineWidth: 0 });
}

/**
 * The reverse.
 *
 * @throws SetError where it is neither YAML nor JSON
 * @example readQuestion("op: find\ngiven: { input: 5 }") // { op: "find", given: { input: 5 } }
 */
export function readQuestion(text: string): unknown {
  return placed(text).value;
}
