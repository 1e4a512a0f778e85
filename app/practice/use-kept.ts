"use client";

import { useSyncExternalStore } from "react";

const PREFIX = "kernelwise.";
/** What this page has kept itself, which counts where the browser keeps nothing or no more. */
const here = new Map<string, string>();
const listeners = new Set<() => void>();

/** A text that lasts as long as the tab, and survives a reload; null before there is one, and on the server. */
export function useKept(name: string) {
  const text = useSyncExternalStore(
    subscribe,
    () => read(PREFIX + name),
    () => null,
  );
  return [text, (next: string) => keep(PREFIX + name, next)] as const;
}

function read(name: string): string | null {
  const own = here.get(name);
  if (own !== undefined) return own;
  try {
    return window.sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, text: string) {
  here.set(name, text);
  try {
    window.sessionStorage.setItem(name, text);
  } catch {
    // It then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
