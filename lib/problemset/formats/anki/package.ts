import { zipSync } from "fflate";
import { type AnkiDeck, fillCollection } from "./collection";
import type { SqliteMaker } from "./sqlite";

/**
 * A deck as the file that Anki imports (.apkg): a zip of its collection and an empty list of media. Equal decks give equal bytes.
 *
 * @example await ankiPackage({ name: "Kernelwise", revision: 1, notes }, sqlite)
 */
export async function ankiPackage(deck: AnkiDeck, sqlite: SqliteMaker): Promise<Uint8Array> {
  const collection = await sqlite((run) => fillCollection(run, deck));
  const media = new TextEncoder().encode("{}");
  // The zip keeps the local time, of which this is the same everywhere.
  return zipSync({ "collection.anki2": collection, media }, { mtime: new Date(1980, 0, 1) });
}
