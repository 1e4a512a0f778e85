"use client";

import { useEffect, useRef, useState } from "react";
import { type Post, NOTHING_MOVED, ONLY } from "../components/latest-worker";
import type { Making, Reply } from "./engine/types";
import { newWorker } from "./use-work";

/** How far the files are. */
export interface Stage {
  readonly words: string;
  readonly done: number;
  readonly total: number;
}

/** Makes the files of a set beside the page; it says how far it is, and can be stopped. */
export function useMaking(onZip: (zip: Blob) => void) {
  const [stage, setStage] = useState<Stage | null>(null);
  const [problem, setProblem] = useState("");
  const running = useRef<Worker | null>(null);

  function stop() {
    running.current?.terminate();
    running.current = null;
    setStage(null);
  }

  function hear(reply: Reply) {
    if (reply.kind === "stage") {
      const { words, done = 0, total = 1 } = reply;
      return setStage({ words, done, total });
    }
    stop();
    if (reply.kind === "zip") onZip(reply.zip);
    if (reply.kind === "failed") setProblem(reply.message);
  }

  function make(making: Making) {
    stop();
    setProblem("");
    setStage({ words: "Beginning", done: 0, total: 1 });
    const worker = newWorker();
    worker.addEventListener("message", ({ data: { id, reply } }: MessageEvent<Post<Reply>>) => {
      if (id === ONLY) hear(reply);
    });
    worker.addEventListener("error", ({ message }) => hear({ kind: "failed", message }));
    worker.postMessage({ id: ONLY, request: making }, NOTHING_MOVED);
    running.current = worker;
  }

  useEffect(() => () => running.current?.terminate(), []);

  return { stage, problem, make, cancel: stop };
}
