import { sha1 } from "@noble/hashes/legacy.js";
import { keyedHash } from "../../seeds/hmac";
import type { Note } from "./note";
import { DECK_OPTIONS, NOTE_FIELDS, TABLES, noteType, options } from "./schema";
import type { RunSql } from "./sqlite";

/** A note and what Anki knows it by. */
export interface AnkiNote {
  /** The same for the same problem, whatever its words: by it an import finds what it updates. */
  readonly guid: string;
  readonly tags: readonly string[];
  readonly note: Note;
}

/** A deck as Anki takes it in: an import updates the notes that it has where the revision is higher. */
export interface AnkiDeck {
  /** Decks below each other with :: between them, e.g. "CS 7643::Quiz 3". */
  readonly name: string;
  readonly revision: number;
  readonly notes: Iterable<AnkiNote>;
}

/** A moment in seconds that stands for the beginning: no file depends on when it was made. */
const EPOCH = 1_600_000_000;

/** The note type of every deck, so that all share one. */
const NOTE_TYPE = 1000 * EPOCH;

const NO_SECRET = new Uint8Array(1);

/**
 * Fills Anki's collection, schema 11: the tables, one deck, and of each note one card.
 *
 * @see https://github.com/ankidroid/Anki-Android/wiki/Database-Structure
 */
export function fillCollection(run: RunSql, { name, revision, notes }: AnkiDeck): void {
  const modified = EPOCH + revision;
  const deck = idFrom(["deck", name]);
  run("begin");
  for (const table of TABLES) run(table);
  run("insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')", [
    EPOCH,
    1000 * modified,
    1000 * EPOCH,
    JSON.stringify(options(deck, NOTE_TYPE)),
    JSON.stringify({ [NOTE_TYPE]: noteType(NOTE_TYPE, deck, EPOCH) }),
    JSON.stringify({ 1: deckJson(1, "Default", EPOCH), [deck]: deckJson(deck, name, modified) }),
    JSON.stringify({ 1: DECK_OPTIONS }),
  ]);
  const taken = new Set<number>();
  let position = 0;
  for (const note of notes) {
    const id = freeId(idFrom(["note", note.guid]), taken);
    insertNote(run, id, modified, note);
    insertCard(run, { id, deck, modified, position: ++position });
  }
  run("commit");
}

/** Milliseconds within some years of the beginning, as Anki numbers what it makes. */
function idFrom(parts: readonly string[]): number {
  const digits = Array.from(keyedHash(NO_SECRET, parts).slice(0, 6));
  const hash = digits.reduce((sum, byte) => 256 * sum + byte, 0);
  return 1000 * EPOCH + 1 + (hash % 1e11);
}

function freeId(wanted: number, taken: Set<number>): number {
  let id = wanted;
  while (taken.has(id)) id++;
  taken.add(id);
  return id;
}

function insertNote(
  run: RunSql,
  id: number,
  modified: number,
  { guid, tags, note }: AnkiNote,
): void {
  const fields = NOTE_FIELDS.map((field) => note[field]);
  run("insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')", [
    id,
    guid,
    NOTE_TYPE,
    modified,
    ` ${tags.join(" ")} `,
    fields.join("\u001F"),
    note.name,
    checksum(note.name),
  ]);
}

/** The first eight hexadecimal digits of the first field's SHA-1. */
function checksum(field: string): number {
  const hash = sha1(new TextEncoder().encode(field));
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0);
}

interface CardRow {
  readonly id: number;
  readonly deck: number;
  readonly modified: number;
  readonly position: number;
}

/** A new card, to be seen in the order of the set. */
function insertCard(run: RunSql, { id, deck, modified, position }: CardRow): void {
  run("insert into cards values (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')", [
    id,
    id,
    deck,
    modified,
    position,
  ]);
}

function deckJson(id: number, name: string, mod: number) {
  const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] };
  const limits = { extendNew: 10, extendRev: 50 };
  return {
    id,
    name,
    mod,
    usn: -1,
    desc: "",
    dyn: 0,
    collapsed: false,
    conf: 1,
    ...limits,
    ...today,
  };
}
