"use client";

import { useEffect, useState } from "react";

const EVERY = 10_000;

/** The time, which moves on by itself; 0 while the page is made on the server. */
export function useNow(every = EVERY): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    const look = () => setNow(Date.now());
    look();
    const timer = setInterval(look, every);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [every]);
  return now;
}
