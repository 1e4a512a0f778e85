import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import {
  type Attempt,
  type LogEntry,
  NO_STUDY,
  type Session,
  type Study,
  inOrder,
} from "@/lib/progress";

const NAME = "kernelwise";
const VERSION = 2;
const CURRENT = "current";

interface Schema extends DBSchema {
  readonly attempts: { key: string; value: Attempt };
  readonly session: { key: string; value: Session };
  readonly reviews: { key: string; value: LogEntry };
  readonly study: { key: string; value: Study };
}

const STORES = ["attempts", "session", "reviews", "study"] as const;

/** What only ever grows. */
export interface Entries {
  readonly attempts: readonly Attempt[];
  /** The log of the cards. */
  readonly reviews: readonly LogEntry[];
}

/** What changes, and is changed by one tab at a time. */
export interface Changing {
  readonly session: Session | undefined;
  readonly study: Study;
}

/** What is kept in this browser. */
export interface Kept extends Entries, Changing {}

type Database = IDBPDatabase<Schema>;
let opened: Promise<Database> | undefined;

/** All that is kept. @throws DOMException where the browser denies storage */
export async function readAll(): Promise<Kept> {
  const transaction = (await database()).transaction(STORES);
  const [attempts, session, reviews, study] = await Promise.all([
    transaction.objectStore("attempts").getAll(),
    transaction.objectStore("session").get(CURRENT),
    transaction.objectStore("reviews").getAll(),
    transaction.objectStore("study").get(CURRENT),
    transaction.done,
  ]);
  return {
    attempts: attempts.toSorted(inOrder),
    session,
    reviews: reviews.toSorted(inOrder),
    study: study ?? NO_STUDY,
  };
}

/** Keeps entries, all of them or none; one that is there already stays as it is. */
export async function keepEntries({ attempts, reviews }: Entries): Promise<void> {
  const transaction = (await database()).transaction(["attempts", "reviews"], "readwrite");
  await Promise.all([
    putFresh(transaction.objectStore("attempts"), attempts),
    putFresh(transaction.objectStore("reviews"), reviews),
    transaction.done,
  ]);
}

interface Growing<Entry> {
  readonly getAllKeys: () => Promise<string[]>;
  readonly put: (entry: Entry) => Promise<string>;
}

async function putFresh<Entry extends { readonly id: string }>(
  store: Growing<Entry>,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  const known = new Set(await store.getAllKeys());
  const fresh = entries.filter(({ id }) => !known.has(id));
  await Promise.all(fresh.map((entry) => store.put(entry)));
}

/** Reads, changes and keeps the session in one go, so that no other tab comes in between. */
export async function changeSession(
  change: (current: Session | undefined) => Session | undefined,
): Promise<void> {
  const transaction = (await database()).transaction("session", "readwrite");
  const next = change(await transaction.store.get(CURRENT));
  if (next) await transaction.store.put(next, CURRENT);
  else await transaction.store.delete(CURRENT);
  await transaction.done;
}

/** The same for what is kept beside the log of the cards. */
export async function changeStudy(change: (current: Study) => Study): Promise<void> {
  const transaction = (await database()).transaction("study", "readwrite");
  const current = await transaction.store.get(CURRENT);
  await transaction.store.put(change(current ?? NO_STUDY), CURRENT);
  await transaction.done;
}

/** Forgets everything. */
export async function eraseAll(): Promise<void> {
  const transaction = (await database()).transaction(STORES, "readwrite");
  await Promise.all([
    ...STORES.map((name) => transaction.objectStore(name).clear()),
    transaction.done,
  ]);
}

function database(): Promise<Database> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Database> {
  return openDB<Schema>(NAME, VERSION, {
    // Each version adds to the one before it, so that what is kept stays.
    upgrade(kept, before) {
      if (before < 1) {
        kept.createObjectStore("attempts", { keyPath: "id" });
        kept.createObjectStore("session");
      }
      if (before < 2) {
        kept.createObjectStore("reviews", { keyPath: "id" });
        kept.createObjectStore("study");
      }
    },
    // An older version of the site, in another tab, has not let go yet.
    blocked: () => onFound("older"),
    // A newer version of the site, in another tab, waits until this one lets go; null is a database that is deleted.
    blocking: (_, newer, event) => {
      (event.target as IDBDatabase).close();
      forget();
      if (newer !== null) onFound("newer");
    },
    terminated: forget,
  });
}

/** Another version of the site, open in another tab, that stands in this one's way. */
export type Rival = "newer" | "older";

let onFound: (rival: Rival) => void = () => {};

/** Has `tell` told of a rival as soon as there is one. */
export function onRival(tell: (rival: Rival) => void): void {
  onFound = tell;
}

/** Whether what is kept has been laid out anew by a newer version of the site. */
export function isFromNewer(error: unknown): boolean {
  return error instanceof DOMException && error.name === "VersionError";
}

function forget(): void {
  opened = undefined;
}
