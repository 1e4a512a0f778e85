import { useEffect } from "react";

/** Takes the reader to the head of the page, where something new begins. */
export function focusHead() {
  const head = document.querySelector<HTMLElement>("main h1");
  if (!head) return;
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}

/** The same where something is shown that the reader's own action has brought about. */
export function useArrival(isBroughtAbout: boolean) {
  useEffect(() => {
    if (isBroughtAbout) focusHead();
  }, [isBroughtAbout]);
}
