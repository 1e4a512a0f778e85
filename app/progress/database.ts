import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Attempt, type Session, inOrder } from "@/lib/progress";

const NAME = "kernelwise";
const VERSION = 1;
const CURRENT = "current";

interface Schema extends DBSchema {
  readonly attempts: { key: string; value: Attempt };
  readonly session: { key: string; value: Session };
}

/** What is kept in this browser. */
export interface Kept {
  readonly attempts: readonly Attempt[];
  readonly session: Session | undefined;
}

type Database = IDBPDatabase<Schema>;
let opened: Promise<Database> | undefined;

/** All that is kept. @throws DOMException where the browser denies storage */
export async function readAll(): Promise<Kept> {
  const transaction = (await database()).transaction(["attempts", "session"]);
  const [attempts, session] = await Promise.all([
    transaction.objectStore("attempts").getAll(),
    transaction.objectStore("session").get(CURRENT),
    transaction.done,
  ]);
  return { attempts: attempts.toSorted(inOrder), session };
}

/** Keeps attempts, all of them or none; one that is there already stays as it is. */
export async function keepAttempts(attempts: readonly Attempt[]): Promise<void> {
  const transaction = (await database()).transaction("attempts", "readwrite");
  const known = new Set(await transaction.store.getAllKeys());
  const fresh = attempts.filter(({ id }) => !known.has(id));
  await Promise.all([...fresh.map((attempt) => transaction.store.put(attempt)), transaction.done]);
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

/** Forgets everything. */
export async function eraseAll(): Promise<void> {
  const transaction = (await database()).transaction(["attempts", "session"], "readwrite");
  await Promise.all([
    transaction.objectStore("attempts").clear(),
    transaction.objectStore("session").clear(),
    transaction.done,
  ]);
}

function database(): Promise<Database> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Database> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore("attempts", { keyPath: "id" });
      fresh.createObjectStore("session");
    },
    // A newer version of the site, in another tab, waits until this one lets go.
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
}

function forget(): void {
  opened = undefined;
}
