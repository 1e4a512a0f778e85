"use client";

import { type FocusEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { goesInFields } from "./typed-answer";

/** Whether an answer stands in one field as a whole: where it does not go into cells, until it is emptied and left. */
export function useWhole(text: string) {
  const [wasWhole, setWhole] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const isWhole = wasWhole || !goesInFields(text);
  if (isWhole !== wasWhole) setWhole(isWhole);

  useEffect(() => {
    if (text === "" && !place.current?.contains(document.activeElement)) setWhole(false);
  }, [text]);

  /** A change that brings it here brings the focus too. */
  function take(change: () => void) {
    flushSync(() => {
      setWhole(true);
      change();
    });
    place.current?.querySelector("textarea")?.focus();
  }

  function leave({ currentTarget, relatedTarget }: FocusEvent) {
    if (text === "" && !currentTarget.contains(relatedTarget)) setWhole(false);
  }

  return { isWhole, place, take, leave };
}
