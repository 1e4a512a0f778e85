import type { Item, SetDocument } from "../document/document";
import { base32, keyedHash } from "../seeds/hmac";
import type { AnkiNote } from "./anki/collection";
import { noteOf } from "./anki/note";
import { ankiPackage } from "./anki/package";
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

function packed(
  document: SetDocument,
  items: readonly Item[],
  sqlite: SqliteMaker,
): Promise<Uint8Array> {
  const { revision } = document;
  return ankiPackage({ name: deckName(document), revision, notes: items.map(ankiNote) }, sqlite);
}

/** "CS 7643::Quiz 3", a deck below the course's. @example deckName({ course: "", title: "A::B", .. }) // "A:B" */
function deckName({ course, title }: SetDocument): string {
  return [course, title]
    .filter((part) => part !== "")
    .map((part) => part.replace(/:{2,}/g, ":").replace(/[\p{C}"]/gu, ""))
    .join("::");
}

const NO_SECRET = new Uint8Array(1);

/** Its guid is the same for the same problem in the same place. */
function ankiNote(item: Item): AnkiNote {
  const { name, type, version, level, seed, question, ask } = item;
  const problem = seed === "" ? JSON.stringify([question, ask]) : seed;
  const guid = base32(keyedHash(NO_SECRET, ["anki", name, type, version, level, problem]), 16);
  return { guid, tags: [type, `level-${level}`], note: noteOf(item) };
}
