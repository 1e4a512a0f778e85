"use client";

import { startTransition, useEffect, useRef, useState } from "react";

/** What is sent is copied, since the page shows it too. */
const NOTHING_MOVED = { transfer: [] };

/** A wait that nobody notices. */
const BLINK = 250;

/** What a worker says of a long request, or in the end. */
export type WorkReply<Worked> =
  | { readonly kind: "stage"; readonly words: string }
  | { readonly kind: "work"; readonly worked: Worked }
  | { readonly kind: "failed"; readonly message: string };

export interface Work<Worked> {
  /** The last thing that was worked out. */
  readonly worked: Worked | null;
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
export function useWorked<Worked>(request: unknown, newWorker: () => Worker): Work<Worked> {
  const [worked, setWorked] = useState<Worked | null>(null);
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
    const listen = ({ data }: MessageEvent<Post<WorkReply<Worked>>>) => {
      if (data.id !== id) return;
      if (data.reply.kind === "stage") {
        words = data.reply.words;
        return setBusy((shown) => (shown === null ? null : words));
      }
      done();
      if (data.reply.kind === "work") {
        const { worked: next } = data.reply;
        startTransition(() => setWorked(next));
      }
      if (data.reply.kind === "failed") setProblem(data.reply.message);
    };
    const done = () => {
      clearTimeout(blink);
      one.isBusy = false;
      setBusy(null);
      setProblem(null);
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

  return { worked, busy, problem, cancel };
}

function stop(running: { current: { worker: Worker } | null }) {
  running.current?.worker.terminate();
  running.current = null;
}

/** One request on a worker of its own. */
export function askWorker<Reply>(
  newWorker: () => Worker,
  request: unknown,
): Promise<Reply | { readonly kind: "failed"; readonly message: string }> {
  return new Promise((resolve) => {
    const worker = newWorker();
    const finish = (reply: Reply | { readonly kind: "failed"; readonly message: string }) => {
      worker.terminate();
      resolve(reply);
    };
    worker.addEventListener("message", ({ data }: MessageEvent<Post<Reply>>) => finish(data.reply));
    worker.addEventListener("error", ({ message }) => finish({ kind: "failed", message }));
    worker.postMessage({ id: 0, request }, NOTHING_MOVED);
  });
}
