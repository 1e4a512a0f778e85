import type { Item, SetDocument } from "../../document/document";
import type { Format, FormatOptions, OutputFile } from "../format";
import type { Entry } from "../lms/zip";
import { zipped } from "../lms/zip";
import { qtiItem } from "./item";
import { fileOf, manifest } from "./manifest";
import { testXml } from "./assessment-test";

/** A zip file counts its entries in sixteen bits; the test and the manifest take two. */
const MOST_ITEMS = 65_000;

/**
 * Packages of QTI 2.1, each with a file a variant and a test that selects one of them for each question. A set of so
 * many variants that they do not fit in one zip file is cut into packages of so many students each.
 */
export const qti21: Format = {
  name: "qti21",
  title: "QTI 2.1",
  files: (document, options) => packages(document, options, MOST_ITEMS),
};

/** The packages of a set, none of which has more items than given. */
export function* packages(
  document: SetDocument,
  options: FormatOptions,
  mostItems: number,
): Generator<OutputFile> {
  const sheetsEach = Math.max(1, Math.floor(mostItems / Math.max(1, document.questions.length)));
  const count = Math.max(1, Math.ceil(document.sheetCount / sheetsEach));
  const sheets = document.sheets()[Symbol.iterator]();
  for (let index = 0; index < count; index++) {
    const path = `qti21/${count === 1 ? "quiz" : `quiz-${index + 1}`}.zip`;
    const items = itemsOf(document, sheets, sheetsEach);
    yield { path, chunks: zipped(entries(document, items, options)) };
  }
}

/** The items of the next so many sheets; what all have in common comes once. */
function* itemsOf(
  { questions }: SetDocument,
  sheets: Iterator<{ readonly items: readonly Item[] }>,
  count: number,
): Generator<Item> {
  for (let index = 0; index < count; index++) {
    const next = sheets.next();
    if (next.done) return;
    yield* next.value.items.filter(
      ({ number, isVoid }) => !isVoid && (index === 0 || !questions[number - 1]?.isSameForAll),
    );
  }
}

/** The items, and after them what names them. */
function* entries(
  document: SetDocument,
  items: Iterable<Item>,
  options: FormatOptions,
): Generator<Entry> {
  const names = document.questions.map((): string[] => []);
  for (const item of items) {
    names[item.number - 1]?.push(item.name);
    yield { path: fileOf(item.name), chunks: [qtiItem(item, options)] };
  }
  yield { path: "test.xml", chunks: testXml(document, names) };
  yield { path: "imsmanifest.xml", chunks: manifest(document, names) };
}
