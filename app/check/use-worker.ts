"use client";

import { useEffect, useRef, useState } from "react";
import type { Reply, Request } from "./engine/types";

/** Tensors are copied, since the page shows them too. */
const NOTHING_MOVED = { transfer: [] };

/** A wait that nobody notices. */
const BLINK = 250;

export interface Work<Done extends Reply> {
  /** The last thing that was worked out. */
  readonly done: Done | null;
  /** What is being done, once it takes longer than a blink. */
  readonly busy: string | null;
  readonly problem: string | null;
  readonly cancel: () => void;
}

interface Post {
  readonly id: number;
  readonly reply: Reply;
}

/** The answer to a request, by its kind. */
type AnswerTo<Asked extends Request> = Extract<Reply, { readonly kind: Asked["kind"] }>;

/**
 * What was typed, worked out beside the page: it never hangs, and it can be cancelled.
 *
 * @param isQuiet whether there is nothing to wait for yet, so that no bar is shown
 */
export function useWork<Asked extends Extract<Request, { readonly kind: "work" | "chain" }>>(
  request: Asked,
  isQuiet: boolean,
): Work<AnswerTo<Asked>> {
  const [done, setDone] = useState<AnswerTo<Asked> | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<{ worker: Worker; isBusy: boolean } | null>(null);
  const latest = useRef(0);

  useEffect(() => {
    const id = ++latest.current;
    let words = "";
    if (running.current?.isBusy) stop(running);
    const one = (running.current ??= { worker: newWorker(), isBusy: false });
    const blink = setTimeout(() => setBusy(words || "One moment"), BLINK);
    const listen = ({ data }: MessageEvent<Post>) => {
      if (data.id !== id) return;
      if (data.reply.kind === "stage") {
        words = data.reply.words;
        return setBusy((shown) => (shown === null ? null : words));
      }
      clearTimeout(blink);
      one.isBusy = false;
      setBusy(null);
      setProblem(data.reply.kind === "failed" ? data.reply.message : null);
      if (answers(request, data.reply)) setDone(data.reply);
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

  return { done, busy: isQuiet ? null : busy, problem, cancel };
}

function answers<Asked extends Request>(request: Asked, reply: Reply): reply is AnswerTo<Asked> {
  return reply.kind === request.kind;
}

function stop(running: { current: { worker: Worker } | null }) {
  running.current?.worker.terminate();
  running.current = null;
}

function newWorker(): Worker {
  return new Worker(new URL("./engine/worker.ts", import.meta.url), { type: "module" });
}

/** One request on a worker of its own. */
export function ask(request: Request): Promise<Reply> {
  return new Promise((resolve) => {
    const worker = newWorker();
    const finish = (reply: Reply) => {
      worker.terminate();
      resolve(reply);
    };
    worker.addEventListener("message", ({ data }: MessageEvent<Post>) => {
      if (data.reply.kind !== "stage") finish(data.reply);
    });
    worker.addEventListener("error", ({ message }) => finish({ kind: "failed", message }));
    worker.postMessage({ id: 0, request }, NOTHING_MOVED);
  });
}
