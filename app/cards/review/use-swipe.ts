"use client";

import { type RefObject, useRef } from "react";
import { useListener } from "../../components/use-listener";

const FAR = 70;
const STEEP = 0.6;

/** Hears a finger that is drawn across an element, not one that scrolls it or moves in a field. */
export function useSwipe(
  element: RefObject<HTMLElement | null>,
  onSwipe: (side: "left" | "right") => void,
) {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  useListener(element, "pointerdown", (event) => {
    const isFinger = event.pointerType === "touch" && event.isPrimary;
    from.current = isFinger && !isUsed(event.target) ? { x: event.x, y: event.y } : null;
  });
  useListener(element, "pointercancel", () => {
    from.current = null;
  });
  useListener(element, "pointerup", (event) => {
    if (!from.current) return;
    const [across, down] = [event.x - from.current.x, event.y - from.current.y];
    from.current = null;
    if (Math.abs(across) < FAR || Math.abs(down) > STEEP * Math.abs(across)) return;
    onSwipe(across < 0 ? "left" : "right");
  });
}

/** Whether the finger has something else to do there: type, or move what is wider than its box. */
function isUsed(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("input, textarea, select")) return true;
  for (
    let box: Element | null = target;
    box && box.tagName !== "ARTICLE";
    box = box.parentElement
  ) {
    if (
      box.scrollWidth > box.clientWidth + 1 &&
      /auto|scroll/.test(getComputedStyle(box).overflowX)
    ) {
      return true;
    }
  }
  return false;
}
