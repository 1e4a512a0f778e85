import { type Attempt, type Session, mergeAttempts } from "@/lib/progress";
import { type Kept, changeSession, eraseAll, keepAttempts, readAll } from "./database";

/** What a page sees of a reader's progress. */
export interface Progress extends Kept {
  /** Whether what is kept has been read. */
  readonly ready: boolean;
  /** One sentence, where the browser keeps nothing or no more. */
  readonly trouble: string | undefined;
}

/** Before anything is read, and while a page is made on the server. */
export const UNREAD: Progress = {
  ready: false,
  attempts: [],
  session: undefined,
  trouble: undefined,
};

const CHANNEL = "kernelwise:progress";
const DENIED =
  "This browser does not let the site keep anything, so your progress lasts only until you close this tab.";
const FULL =
  "This browser’s storage is full, so what you do from now on lasts only until you close this tab. Export it to keep it.";

let progress = UNREAD;
let unsaved: readonly Attempt[] = [];
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

/** Adds attempts, here and for the other tabs. */
export async function addAttempts(attempts: readonly Attempt[]): Promise<void> {
  await start();
  show({ attempts: mergeAttempts(progress.attempts, attempts) });
  unsaved = [...unsaved, ...attempts];
  const saved = unsaved;
  if (!(await kept(() => keepAttempts(saved)))) return;
  unsaved = unsaved.filter((attempt) => !saved.includes(attempt));
}

/** Changes the session, here and for the other tabs: `change` sees what is kept at that moment. */
export async function updateSession(
  change: (session: Session | undefined) => Session | undefined,
): Promise<void> {
  await start();
  let next: Session | undefined;
  const done = await kept(() =>
    changeSession((session) => {
      next = change(session);
      return next;
    }),
  );
  show({ session: done ? next : change(progress.session) });
}

/** Forgets everything, here and in the other tabs. */
export async function erase(): Promise<void> {
  await start();
  unsaved = [];
  if (await kept(eraseAll)) show({ attempts: [], session: undefined, trouble: undefined });
  else if (denied) show({ attempts: [], session: undefined });
}

function start(): Promise<void> {
  started ??= (async () => {
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
    const { attempts, session } = await readAll();
    show({ ready: true, attempts: mergeAttempts(attempts, unsaved), session });
  } catch {
    denied = true;
    show({ ready: true, trouble: DENIED });
  }
}

/** Whether it could be kept; if it could, the other tabs hear of it. */
async function kept(write: () => Promise<void>): Promise<boolean> {
  if (denied) return false;
  try {
    await write();
  } catch {
    show({ trouble: FULL });
    return false;
  }
  channel?.postMessage("changed");
  return true;
}

function show(change: Partial<Progress>): void {
  progress = { ...progress, ...change };
  for (const listener of listeners) listener();
}
