"use client";

import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

/** Whether the page is being printed, so that a print can show more than the screen. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, isPrinting, () => false);
}

function subscribe(changed: () => void): () => void {
  const print = window.matchMedia("print");
  const atOnce = () => flushSync(changed);
  print.addEventListener("change", atOnce);
  return () => print.removeEventListener("change", atOnce);
}

function isPrinting(): boolean {
  return window.matchMedia("print").matches;
}
