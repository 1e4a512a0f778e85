import type { Item, SetDocument } from "../document/document";
import type { OutputFile } from "../formats/format";

/**
 * What an instructor publishes after the exam: by each sheet's code the problems on it, from which the tutor works them
 * out. No names, and no secret.
 */
export function releaseFile(document: SetDocument): OutputFile {
  return { path: "release.json", chunks: pieces(document) };
}

function* pieces({ title, course, sheets }: SetDocument): Generator<string> {
  const head = JSON.stringify({ kind: "kernelwise-release", version: 1, title, course });
  yield `${head.slice(0, -1)},"sheets":{`;
  let separator = "\n";
  for (const { code, items } of sheets()) {
    yield `${separator}${JSON.stringify(code)}:${JSON.stringify(items.map(problemOf))}`;
    separator = ",\n";
  }
  yield "\n}}\n";
}

/** The five fields of a problem; of one by hand its question. */
function problemOf(item: Item) {
  const { number, title, type, version, seed, level, conventions, isVoid } = item;
  const { question, ask } = item;
  const byHand = seed === "" ? { question, ask } : { seed };
  return { number, title, type, version, level, conventions, ...byHand, void: isVoid };
}
