import type { ListedProblem, SetDocument } from "../document/document";
import { csvLine } from "../formats/csv-line";
import type { OutputFile } from "../formats/format";

/** How to get any problem of any sheet again: `generate` takes type, version, seed, level and conventions. */
export function seedLog(document: SetDocument): OutputFile {
  return { path: "seed-log.csv", chunks: rows(document) };
}

const COLUMNS = ["code", "student", "question", "type", "version", "seed", "level", "conventions"];

function* rows(document: SetDocument): Generator<string> {
  yield csvLine(COLUMNS);
  for (const { code, student, problems } of document.listings()) {
    for (const problem of problems) yield csvLine([code, student.id, ...rowOf(problem)]);
  }
}

function rowOf({ number, type, version, seed, level, conventions }: ListedProblem): string[] {
  const chosen = Object.entries(conventions).map(([name, choice]) => `${name}=${choice}`);
  return [String(number), type, String(version), seed, String(level), chosen.join(",")];
}
