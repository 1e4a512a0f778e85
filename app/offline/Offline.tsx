"use client";

import { useEffect } from "react";

/** Has every page kept in this browser once the first one has loaded, so that the site works offline. */
export function Offline() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    if (document.readyState === "complete") return keepPages();
    window.addEventListener("load", keepPages, { once: true });
    return () => window.removeEventListener("load", keepPages);
  }, []);
  return null;
}

function keepPages(): void {
  // Where a browser refuses, as some do in private windows, the site works online as before.
  navigator.serviceWorker.register("/sw.js").catch(() => {});
}
