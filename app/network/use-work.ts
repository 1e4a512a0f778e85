"use client";

import { useMemo } from "react";
import { type Work, askWorker, useWorked } from "../components/use-worked";
import type { Reply, Request } from "./engine/types";
import type { Form } from "./form";

type Worked = Extract<Reply, { readonly kind: "work" }>;

/** What was typed, worked out beside the page. */
export function useWork(form: Form): Work<Worked> {
  const request: Request = useMemo(() => ({ kind: "work", form }), [form]);
  return useWorked<Worked>(request, newWorker);
}

/** A worker that answers what is asked of a network. */
export function newWorker(): Worker {
  return new Worker(new URL("./engine/worker.ts", import.meta.url), { type: "module" });
}

/** One request on a worker of its own. */
export function ask(request: Request): Promise<Reply> {
  return askWorker<Reply>(newWorker, request);
}
