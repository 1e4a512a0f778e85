import type { Interim, Stage } from "./answer-work";

/** What a worker says of the request with this number. */
export interface Post<Reply> {
  readonly id: number;
  readonly reply: Reply;
}

export interface LatestWorker<Reply> {
  /** Asks for this from now on, and for nothing that was asked before. */
  readonly ask: (request: unknown, onReply: (reply: Reply | Interim) => void) => void;
  readonly stop: () => void;
}

/** The number of a request to a worker that has no other. */
export const ONLY = 1;

/** What is sent is copied: the page shows it too, and a buffer given away slows every typed array that stays behind. */
export const NOTHING_MOVED = { transfer: [] };

/** Of each kind of worker one that has loaded, and has nothing to do. */
export const spare = new Map<() => Worker, Worker>();

/** How long a worker may stay with what is not asked for any more, in milliseconds: about as long as another takes to load. */
const PATIENCE = 300;

/**
 * A worker that answers the latest request. To load one takes longer than most answers, so it is kept
 * while one types: only a worker that stays with an old request is replaced.
 *
 * @example latestWorker<Reply>(newWorker).ask({ kind: "work", form }, show)
 */
export function latestWorker<Reply extends object>(newWorker: () => Worker): LatestWorker<Reply> {
  let latest = 0;
  let onReply: ((reply: Reply | Interim) => void) | null = null;
  let waiting: { readonly id: number; readonly request: unknown } | null = null;
  let state: "loading" | "free" | "busy" = "loading";
  let patience: ReturnType<typeof setTimeout> | undefined;
  let worker = started();

  function started(): Worker {
    const loaded = spare.get(newWorker);
    spare.delete(newWorker);
    state = loaded ? "free" : "loading";
    const one = loaded ?? newWorker();
    one.addEventListener("message", ({ data }: MessageEvent<Post<Reply | Interim>>) => hear(data));
    return one;
  }

  function hear({ id, reply }: Post<Reply | Interim>) {
    if (!isStage(reply)) {
      clearTimeout(patience);
      state = "free";
      send();
    }
    if (id === latest) onReply?.(reply);
  }

  function send() {
    if (waiting === null || state !== "free") return;
    worker.postMessage(waiting, NOTHING_MOVED);
    waiting = null;
    state = "busy";
  }

  function replace() {
    worker.terminate();
    worker = started();
    send();
  }

  function ask(request: unknown, listener: (reply: Reply | Interim) => void) {
    latest += 1;
    onReply = listener;
    if (state === "busy" && waiting === null) patience = setTimeout(replace, PATIENCE);
    waiting = { id: latest, request };
    send();
  }

  function stop() {
    clearTimeout(patience);
    worker.terminate();
  }

  return { ask, stop };
}

/** Whether a reply says what is being done, with more to come. */
export function isStage(reply: object): reply is Stage {
  return "kind" in reply && reply.kind === "stage";
}
