"use client";

import { useEffect, useRef, useState } from "react";
import type { HeldFiles, Reply, Request, Worked } from "./engine/types";
import type { Form } from "./form";

/** Tensors are copied, since the page shows them too. */
const NOTHING_MOVED = { transfer: [] };

/** A wait that nobody notices. */
const BLINK = 250;

export interface Work {
  /** The last thing that was worked out. */
  readonly worked: Worked | null;
  /** What is being done, once it takes longer than a blink. */
  readonly busy: string | null;
  readonly problem: string | null;
  readonly cancel: () => void;
}

interface Post {
  readonly id: number;
  readonly reply: Reply;
}

/** What was typed, worked out beside the page: it never hangs, and it can be cancelled. */
export function useWork(form: Form, held: HeldFiles, marks: boolean): Work {
  const [worked, setWorked] = useState<Worked | null>(null);
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
      done();
      if (data.reply.kind === "work") setWorked(data.reply.worked);
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
    const request: Request = { kind: "work", form, held, marks };
    one.worker.postMessage({ id, request }, NOTHING_MOVED);
    return () => {
      clearTimeout(blink);
      one.worker.removeEventListener("message", listen);
    };
  }, [form, held, marks]);

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
    worker.addEventListener("message", ({ data }: MessageEvent<Post>) => finish(data.reply));
    worker.addEventListener("error", ({ message }) => finish({ kind: "failed", message }));
    worker.postMessage({ id: 0, request }, NOTHING_MOVED);
  });
}
