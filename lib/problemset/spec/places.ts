import { type Document, LineCounter, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { type Complaint, SetError } from "../errors";

/** What a YAML or JSON file holds, and on which line each part of it stands. */
export interface Placed {
  readonly value: unknown;
  /** The line of a key or an entry; of what is missing, that of what it is missing from. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** No set is longer. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Reads YAML 1.2, of which JSON is a part.
 *
 * @throws SetError with the line where reading stopped
 * @example placed("a: 1\nb: [2]").lineOf(["b", 0]) // 2
 */
export function placed(text: string): Placed {
  if (text.length > MOST_CHARACTERS) {
    const message = `The set has ${text.length} characters; ${MOST_CHARACTERS} are the most.`;
    throw new SetError([{ message }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new SetError([syntax(error.message, lines.linePos(error.pos[0]).line)]);
  return {
    value: valueIn(document),
    lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
  };
}

function syntax(message: string, line: number): Complaint {
  const [first = ""] = message.split("\n");
  return { line, message: `This is neither YAML nor JSON: ${first.replace(/[.:]?$/, ".")}` };
}

/** Aliases that would unfold to a flood are refused by the parser. */
function valueIn(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SetError([{ message: `The set cannot be read: ${why}.` }]);
  }
}

function offsetOf({ contents }: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? 0;
  for (const key of path) {
    const [begin, next] = childOf(node, key);
    if (begin === undefined) break;
    offset = begin;
    node = next;
  }
  return offset;
}

/** Where an entry begins, and what it holds. */
function childOf(node: unknown, key: PropertyKey): readonly [number | undefined, unknown] {
  if (isSeq(node) && typeof key === "number") {
    const entry = node.items[key];
    return [beginOf(entry), entry];
  }
  if (!isMap(node)) return [undefined, undefined];
  const pair = node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(key));
  return [beginOf(pair?.key), pair?.value];
}

function beginOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}
