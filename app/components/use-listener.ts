"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Hears an event on an element that is no control itself, such as a figure around its cells. */
export function useListener<Type extends keyof HTMLElementEventMap>(
  element: RefObject<HTMLElement | null>,
  type: Type,
  handler: (event: HTMLElementEventMap[Type]) => void,
) {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const target = element.current;
    const hear = (event: HTMLElementEventMap[Type]) => latest.current(event);
    target?.addEventListener(type, hear);
    return () => target?.removeEventListener(type, hear);
  }, [element, type]);
}
