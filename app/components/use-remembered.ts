"use client";

import { useCallback, useSyncExternalStore } from "react";

const CHANGED = "kernelwise:remembered";

/** A small preference kept in this browser; where storage is refused it lasts as long as the page. */
export function useRemembered(key: string, fallback: string) {
  const value = useSyncExternalStore(
    subscribe,
    () => read(key) ?? fallback,
    () => fallback,
  );
  const remember = useCallback(
    (next: string) => {
      write(key, next);
      window.dispatchEvent(new Event(CHANGED));
    },
    [key],
  );
  return [value, remember] as const;
}

const session = new Map<string, string>();

function subscribe(changed: () => void) {
  window.addEventListener(CHANGED, changed);
  window.addEventListener("storage", changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener("storage", changed);
  };
}

function read(key: string): string | null {
  try {
    return session.get(key) ?? localStorage.getItem(key);
  } catch {
    return session.get(key) ?? null;
  }
}

function write(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    session.set(key, value);
  }
}
