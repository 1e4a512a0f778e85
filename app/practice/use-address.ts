"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { Conventions } from "@/lib/question";
import { addressFrom, searchOf } from "./address";
import type { ProblemAddress } from "./types";

const MOVED = "kernelwise:moved";

/** The problem that the page's address asks for, and how to go to another without leaving the page. */
export function useAddress(type: string, own: Conventions) {
  const search = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => "",
  );
  const address = useMemo(() => addressFrom(type, search, own), [type, search, own]);
  return [address, go] as const;
}

function go(address: ProblemAddress) {
  window.history.pushState(null, "", searchOf(address));
  window.dispatchEvent(new Event(MOVED));
}

function subscribe(changed: () => void) {
  window.addEventListener("popstate", changed);
  window.addEventListener(MOVED, changed);
  return () => {
    window.removeEventListener("popstate", changed);
    window.removeEventListener(MOVED, changed);
  };
}
