"use client";

import { useEffect, useRef, useState } from "react";
import type { Interim } from "./answer-work";
import { type Post, NOTHING_MOVED, ONLY } from "./latest-worker";

/** How far a task is. */
interface Stage {
  readonly words: string;
  readonly done: number;
  readonly total: number;
}

/** Work that begins when it is asked for, on a worker of its own: it says how far it is, and can be stopped. */
export function useTask<Done extends { readonly kind: string }>(
  newWorker: () => Worker,
  onDone?: (reply: Done) => void,
) {
  const [last, setLast] = useState<Done | null>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [problem, setProblem] = useState("");
  const running = useRef<Worker | null>(null);

  function stop() {
    running.current?.terminate();
    running.current = null;
    setStage(null);
  }

  function hear(reply: Done | Interim) {
    if (isInterim(reply, "stage")) {
      const { words, done = 0, total = 1 } = reply;
      return setStage({ words, done, total });
    }
    stop();
    if (isInterim(reply, "failed")) return setProblem(reply.message);
    setLast(() => reply);
    onDone?.(reply);
  }

  function begin(request: object) {
    stop();
    setProblem("");
    setStage({ words: "Beginning", done: 0, total: 1 });
    const worker = newWorker();
    worker.addEventListener("message", ({ data }: MessageEvent<Post<Done | Interim>>) => {
      if (data.id === ONLY) hear(data.reply);
    });
    worker.addEventListener("error", ({ message }) => hear({ kind: "failed", message }));
    worker.postMessage({ id: ONLY, request }, NOTHING_MOVED);
    running.current = worker;
  }

  useEffect(() => () => running.current?.terminate(), []);

  return { last, stage, problem, begin, cancel: stop };
}

function isInterim<Kind extends Interim["kind"]>(
  reply: { readonly kind: string },
  kind: Kind,
): reply is Extract<Interim, { readonly kind: Kind }> {
  return reply.kind === kind;
}
