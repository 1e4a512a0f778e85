"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import type { Interim } from "./answer-work";
import {
  type LatestWorker,
  type Post,
  NOTHING_MOVED,
  ONLY,
  isStage,
  latestWorker,
  spare,
} from "./latest-worker";

/** A wait that nobody notices. */
const BLINK = 250;

type Failed = Extract<Interim, { readonly kind: "failed" }>;

export interface Work<Done> {
  /** The last reply that says what was worked out. */
  readonly done: Done | null;
  /** What is being done, once it takes longer than a blink. */
  readonly busy: string | null;
  readonly problem: string | null;
  readonly cancel: () => void;
}

/**
 * A request worked out beside the page, whenever it is another: it never hangs, and it can be cancelled.
 *
 * @param request null where there is nothing to work out
 */
export function useWorked<Done extends object>(
  request: unknown,
  newWorker: () => Worker,
): Work<Done> {
  const [done, setDone] = useState<Done | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<LatestWorker<Done> | null>(null);
  const make = useRef(newWorker);

  useEffect(() => {
    if (request === null) {
      stop(running);
      startTransition(() => setDone(null));
      return undefined;
    }
    let words = "";
    const blink = setTimeout(() => setBusy(words || "One moment"), BLINK);
    const worker = (running.current ??= latestWorker<Done>(make.current));
    let isWanted = true;
    const hear = (reply: Done | Interim) => {
      if (!isWanted) return undefined;
      if (isStage(reply)) {
        words = reply.words;
        return setBusy((shown) => (shown === null ? null : words));
      }
      clearTimeout(blink);
      setBusy(null);
      setProblem(isFailed(reply) ? reply.message : null);
      if (!isFailed(reply)) startTransition(() => setDone(reply));
      return undefined;
    };
    // A large request takes its time to be copied: not in the task that shows what was typed.
    const sending = setTimeout(() => worker.ask(request, hear));
    return () => {
      isWanted = false;
      clearTimeout(sending);
      clearTimeout(blink);
    };
  }, [request]);

  useEffect(() => () => stop(running), []);

  function cancel() {
    stop(running);
    setBusy(null);
    setProblem("Cancelled. Change anything to have it worked out again.");
  }

  return { done, busy, problem, cancel };
}

function isFailed(reply: object): reply is Failed {
  return "kind" in reply && reply.kind === "failed";
}

function stop(running: { current: { readonly stop: () => void } | null }) {
  running.current?.stop();
  running.current = null;
}

/** One request on a worker that does nothing else meanwhile. */
export function askWorker<Reply extends object>(
  newWorker: () => Worker,
  request: unknown,
): Promise<Reply | Failed> {
  const worker = spare.get(newWorker) ?? newWorker();
  spare.delete(newWorker);
  return new Promise((resolve) => {
    const listening = new AbortController();
    const { signal } = listening;
    const finish = (reply: Reply | Failed, isSpare: boolean) => {
      listening.abort();
      if (isSpare && !spare.has(newWorker)) spare.set(newWorker, worker);
      else worker.terminate();
      resolve(reply);
    };
    const hear = ({ data: { id, reply } }: MessageEvent<Post<Reply>>) => {
      if (id === ONLY && !isStage(reply)) finish(reply, true);
    };
    const fail = ({ message }: ErrorEvent) => finish({ kind: "failed", message }, false);
    worker.addEventListener("message", hear, { signal });
    worker.addEventListener("error", fail, { signal });
    worker.postMessage({ id: ONLY, request }, NOTHING_MOVED);
  });
}
