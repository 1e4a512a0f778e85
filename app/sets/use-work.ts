"use client";

import { useEffect, useMemo, useState } from "react";
import { type Work, askWorker, useWorked } from "../components/use-worked";
import type { SetData } from "./data";
import type { Looked, Reply, Request, Whole } from "./engine/types";

type AnswerTo<Kind extends Reply["kind"]> = Extract<Reply, { readonly kind: Kind }>;

/** What a set amounts to, and a problem of the question that is looked at. */
export function useLook(set: SetData, looked: Looked | null, draw: number): Work<AnswerTo<"look">> {
  const request: Request = useMemo(
    () => ({ kind: "look", set, looked, draw }),
    [set, looked, draw],
  );
  return useWorked<AnswerTo<"look">>(request, newWorker);
}

/** The checks of a whole set, and three of its sheets. */
export function useCheck(whole: Whole | null, first: number): Work<AnswerTo<"check">> {
  const settled = useSettled(whole);
  const request: Request | null = useMemo(
    () => settled && { kind: "check", whole: settled, first },
    [settled, first],
  );
  return useWorked<AnswerTo<"check">>(request, newWorker);
}

/** Typing pauses for as long before a whole set is checked. */
const PAUSE = 300;

/** A value once it has not changed for a while. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export function newWorker(): Worker {
  return new Worker(new URL("./engine/worker.ts", import.meta.url), { type: "module" });
}

/** One request on a worker of its own. */
export function ask(request: Request): Promise<Reply> {
  return askWorker<Reply>(newWorker, request);
}
