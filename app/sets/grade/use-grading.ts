"use client";

import { type Work, useWorked } from "../../components/use-worked";
import { useSettled } from "../use-work";
import type { GradeRequest, Graded, OpenRequest, Opened } from "./engine/types";

/** The marks of a class, worked out beside the page once typing pauses. */
export function useGrading(request: GradeRequest): Work<Graded> {
  return useWorked<Graded>(useSettled(request), newWorker);
}

/** A sheet that is opened by its code. */
export function useOpening(request: OpenRequest): Work<Opened> {
  return useWorked<Opened>(useSettled(request), newWorker);
}

function newWorker(): Worker {
  return new Worker(new URL("./engine/worker.ts", import.meta.url), { type: "module" });
}
