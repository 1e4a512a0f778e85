"use client";

import { type Work, askWorker, useWorked } from "../components/use-worked";
import type { Reply, Request } from "./engine/types";

type Shown = Extract<Request, { readonly kind: "work" | "chain" }>;

/** The answer to a request, by its kind. */
type AnswerTo<Asked extends Request> = Extract<Reply, { readonly kind: Asked["kind"] }>;

/**
 * What was typed, worked out beside the page.
 *
 * @param isQuiet whether there is nothing to wait for yet, so that no bar is shown
 */
export function useWork<Asked extends Shown>(
  request: Asked,
  isQuiet: boolean,
): Work<AnswerTo<Asked>> {
  const work = useWorked<AnswerTo<Asked>>(request, newWorker);
  return isQuiet ? { ...work, busy: null } : work;
}

function newWorker(): Worker {
  return new Worker(new URL("./engine/worker.ts", import.meta.url), { type: "module" });
}

/** One request on a worker of its own. */
export function ask(request: Request): Promise<Reply> {
  return askWorker<Reply>(newWorker, request);
}
