"use client";

import { useEffect, useRef } from "react";

/**
 * Hears keys of the whole page: a handler by the key's name, in lower case. Nothing is heard while something is typed or
 * a dialog is open, nor a Space or Enter that presses what has the focus.
 */
export function useKeys(handlers: Readonly<Record<string, (() => void) | undefined>>) {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing)
        return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act || isMeantFor(event.target, event.key)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}

const PRESSED = "a, button, summary, [role=button]";
const TYPED_IN = "input, textarea, select, [contenteditable]";

/** Whether what has the focus has a use for the key itself. */
function isMeantFor(target: EventTarget | null, key: string): boolean {
  if (document.querySelector("dialog[open]")) return true;
  if (!(target instanceof Element)) return false;
  const presses = key === " " || key === "Enter";
  return target.closest(presses ? `${TYPED_IN}, ${PRESSED}` : TYPED_IN) !== null;
}
