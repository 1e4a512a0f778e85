"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import type { Interim } from "./answer-work";

/** What is sent is copied, since the page shows it too. */
const NOTHING_MOVED = { transfer: [] };

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

interface Post<Reply> {
  readonly id: number;
  readonly reply: Reply;
}

/** A request worked out beside the page, whenever it is another: it never hangs, and it can be cancelled. */
export function useWorked<Done extends object>(
  request: unknown,
  newWorker: () => Worker,
): Work<Done> {
  const [done, setDone] = useState<Done | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<{ worker: Worker; isBusy: boolean } | null>(null);
  const latest = useRef(0);
  const make = useRef(newWorker);

  useEffect(() => {
    const id = ++latest.current;
    let words = "";
    if (running.current?.isBusy) stop(running);
    const one = (running.current ??= { worker: make.current(), isBusy: false });
    const blink = setTimeout(() => setBusy(words || "One moment"), BLINK);
    const listen = ({ data }: MessageEvent<Post<Done | Interim>>) => {
      if (data.id !== id) return;
      const { reply } = data;
      if (isStage(reply)) {
        words = reply.words;
        return setBusy((shown) => (shown === null ? null : words));
      }
      clearTimeout(blink);
      one.isBusy = false;
      setBusy(null);
      setProblem(isFailed(reply) ? reply.message : null);
      if (!isFailed(reply)) startTransition(() => setDone(reply));
    };
    one.isBusy = true;
    one.worker.addEventListener("message", listen);
    one.worker.postMessage({ id, request }, NOTHING_MOVED);
    return () => {
      clearTimeout(blink);
      one.worker.removeEventListener("message", listen);
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

function isStage(reply: object): reply is Extract<Interim, { readonly kind: "stage" }> {
  return "kind" in reply && reply.kind === "stage";
}

function isFailed(reply: object): reply is Failed {
  return "kind" in reply && reply.kind === "failed";
}

function stop(running: { current: { worker: Worker } | null }) {
  running.current?.worker.terminate();
  running.current = null;
}

/** One request on a worker of its own. */
export function askWorker<Reply extends object>(
  newWorker: () => Worker,
  request: unknown,
): Promise<Reply | Failed> {
  return new Promise((resolve) => {
    const worker = newWorker();
    const finish = (reply: Reply | Failed) => {
      worker.terminate();
      resolve(reply);
    };
    worker.addEventListener("message", ({ data }: MessageEvent<Post<Reply>>) => {
      if (!isStage(data.reply)) finish(data.reply);
    });
    worker.addEventListener("error", ({ message }) => finish({ kind: "failed", message }));
    worker.postMessage({ id: 0, request }, NOTHING_MOVED);
  });
}
