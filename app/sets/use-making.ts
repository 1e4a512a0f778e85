"use client";

import { useTask } from "../components/use-task";
import type { Making, Reply } from "./engine/types";
import { newWorker } from "./use-work";

/** Makes the files of a set beside the page; it says how far it is, and can be stopped. */
export function useMaking(onZip: (zip: Blob) => void) {
  const { begin, ...task } = useTask<Reply>(newWorker, (reply) => {
    if (reply.kind === "zip") onZip(reply.zip);
  });
  return { ...task, make: (making: Making) => begin(making) };
}
