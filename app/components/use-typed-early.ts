"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Takes in what was typed into a field before the page had come alive. */
export function useTypedEarly(
  field: RefObject<HTMLInputElement | null>,
  take: (typed: string) => void,
) {
  const latest = useRef(take);
  useEffect(() => {
    const typed = field.current?.value;
    if (typed) latest.current(typed);
  }, [field]);
}
