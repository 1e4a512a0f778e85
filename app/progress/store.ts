import { NO_STUDY, type Session, type Study, mergeById } from "@/lib/progress";
import {
  type Changing,
  type Entries,
  type Kept,
  changeSession,
  changeStudy,
  type Rival,
  eraseAll,
  isFromNewer,
  keepEntries,
  onRival,
  readAll,
} from "./database";

/** What a page sees of a reader's progress. */
export interface Progress extends Kept {
  /** Whether what is kept has been read. */
  readonly ready: boolean;
  /** One sentence, where the browser keeps nothing or no more. */
  readonly trouble: string | undefined;
}

const NO_ENTRIES: Entries = { attempts: [], reviews: [] };
const NOTHING: Kept = { ...NO_ENTRIES, session: undefined, study: NO_STUDY };

/** Before anything is read, and while a page is made on the server. */
export const UNREAD: Progress = { ...NOTHING, ready: false, trouble: undefined };

const CHANNEL = "kernelwise:progress";
const DENIED =
  "This browser does not let the site keep anything, so your progress lasts only until you close this tab.";
const FULL =
  "This browser’s storage is full or takes no more, so what you do from now on lasts only until you close this tab. Export it to keep it.";
const RIVALS: Readonly<Record<Rival, string>> = {
  newer:
    "A newer version of this site is open in another tab, so this one keeps nothing more. Load this page again to go on; what was kept before is still there.",
  older:
    "An older version of this site is still open in another tab and holds what is kept. Load that tab again, or close it, to go on here.",
};

let progress = UNREAD;
let unsaved = NO_ENTRIES;
let denied = false;
let started: Promise<void> | undefined;
let channel: BroadcastChannel | undefined;
const listeners = new Set<() => void>();

/** For useSyncExternalStore. The first one to subscribe has everything read. */
export function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  void start();
  return () => listeners.delete(changed);
}

/** What is known now; the same object until something changes. */
export function current(): Progress {
  return progress;
}

/** Adds entries, here and for the other tabs. */
export async function addEntries(added: Partial<Entries>): Promise<void> {
  await start();
  const all = { ...NO_ENTRIES, ...added };
  show(merged(progress, all));
  unsaved = merged(unsaved, all);
  const saved = unsaved;
  if (await kept(() => keepEntries(saved))) unsaved = without(unsaved, saved);
}

/** Changes the session, here and for the other tabs: `change` sees what is kept at that moment. */
export async function updateSession(
  change: (session: Session | undefined) => Session | undefined,
): Promise<void> {
  await update("session", changeSession, change);
}

/** The same for what is kept beside the log of the cards. */
export async function updateStudy(change: (study: Study) => Study): Promise<void> {
  await update("study", changeStudy, change);
}

async function update<Name extends keyof Changing>(
  name: Name,
  write: (change: (current: Changing[Name]) => Changing[Name]) => Promise<void>,
  change: (current: Changing[Name]) => Changing[Name],
): Promise<void> {
  await start();
  let next: Changing[Name] | undefined;
  const done = await kept(() =>
    write((before) => {
      next = change(before);
      return next;
    }),
  );
  show({ [name]: done ? next : change(progress[name]) });
}

/** Forgets everything, here and in the other tabs. */
export async function erase(): Promise<void> {
  await start();
  unsaved = NO_ENTRIES;
  if (await kept(eraseAll)) show({ ...NOTHING, trouble: undefined });
  else if (denied) show(NOTHING);
}

function merged(ours: Entries, theirs: Entries): Entries {
  return {
    attempts: mergeById(ours.attempts, theirs.attempts),
    reviews: mergeById(ours.reviews, theirs.reviews),
  };
}

function without(all: Entries, saved: Entries): Entries {
  return {
    attempts: all.attempts.filter((attempt) => !saved.attempts.includes(attempt)),
    reviews: all.reviews.filter((review) => !saved.reviews.includes(review)),
  };
}

function start(): Promise<void> {
  started ??= (async () => {
    onRival((rival) => show({ trouble: RIVALS[rival] }));
    listen();
    await reload();
  })();
  return started;
}

function listen(): void {
  if (typeof BroadcastChannel === "undefined") return;
  channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", () => void reload());
}

async function reload(): Promise<void> {
  try {
    const all = await readAll();
    const trouble = progress.trouble === RIVALS.older ? undefined : progress.trouble;
    show({ ...all, ...merged(all, unsaved), ready: true, trouble });
  } catch (error) {
    denied = true;
    show({ ready: true, trouble: isFromNewer(error) ? RIVALS.newer : DENIED });
  }
}

/** Whether it could be kept; if it could, the other tabs hear of it. */
async function kept(write: () => Promise<void>): Promise<boolean> {
  if (denied) return false;
  try {
    await write();
  } catch (error) {
    show({ trouble: isFromNewer(error) ? RIVALS.newer : FULL });
    return false;
  }
  channel?.postMessage("changed");
  return true;
}

function show(change: Partial<Progress>): void {
  progress = { ...progress, ...change };
  for (const listener of listeners) listener();
}
