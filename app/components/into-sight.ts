const STILL = "(prefers-reduced-motion: reduce)";

/** Scrolls as little as it takes to see an element, or to have it at the top. */
export function intoSight(element: Element | null | undefined, block: "nearest" | "start") {
  const behavior = window.matchMedia(STILL).matches ? "instant" : "smooth";
  element?.scrollIntoView({ block, behavior });
}
