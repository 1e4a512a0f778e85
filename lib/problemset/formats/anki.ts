import { zipSync } from "fflate";
import type { Item, SetDocument } from "../document/document";
import { fillCollection } from "./anki/collection";
import type { SqliteMaker } from "./anki/sqlite";
import type { Format, OutputFile } from "./format";
import { batches } from "./typst/batches";

/** So many notes go into one package, to bound the memory; a longer set has several of them. */
const MOST_NOTES = 5000;

/**
 * A deck for Anki, one note a problem: the statement in front, the answer and the working behind. Void questions are
 * left out. Notes keep their ids, so that a later import updates them: Anki does so where the set's `revision` is
 * higher than that of what it has.
 */
export function ankiFormat(sqlite: SqliteMaker): Format {
  return {
    name: "anki",
    title: "Cards (Anki)",
    files: (document) => packages(document, sqlite),
  };
}

async function* packages(document: SetDocument, sqlite: SqliteMaker): AsyncGenerator<OutputFile> {
  const total = document.questions
    .filter(({ isVoid }) => !isVoid)
    .reduce((sum, { itemCount }) => sum + itemCount, 0);
  let part = 0;
  for (const items of batches(itemsOf(document), MOST_NOTES)) {
    part += 1;
    const path = `anki/${total > MOST_NOTES ? `deck-${part}` : "deck"}.apkg`;
    yield packed(document, items, sqlite).then((bytes) => ({ path, chunks: [bytes] }));
  }
}

function* itemsOf({ questions, items }: SetDocument): Generator<Item> {
  for (const { number, isVoid } of questions) if (!isVoid) yield* items(number - 1);
}

async function packed(
  document: SetDocument,
  items: readonly Item[],
  sqlite: SqliteMaker,
): Promise<Uint8Array> {
  const collection = await sqlite((run) => fillCollection(run, document, items));
  const media = new TextEncoder().encode("{}");
  // The zip keeps the local time, of which this is the same everywhere.
  return zipSync({ "collection.anki2": collection, media }, { mtime: new Date(1980, 0, 1) });
}
