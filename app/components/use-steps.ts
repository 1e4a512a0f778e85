"use client";

import { useEffect, useState } from "react";

const PACE = 1800;

/** Where a reader is in a list of steps, and whether it plays by itself. */
export function useSteps(count: number, start: "first" | "last" = "first") {
  const [at, setIndex] = useState(start === "last" ? count - 1 : 0);
  const [playing, setPlaying] = useState(false);
  const last = count - 1;
  const index = Math.min(at, last);
  const runs = playing && index < last;

  useEffect(() => {
    if (!runs) return;
    const timer = setTimeout(() => setIndex(index + 1), PACE);
    return () => clearTimeout(timer);
  }, [runs, index]);

  return {
    index,
    atEnd: index === last,
    playing: runs,
    go: (to: number) => {
      setPlaying(false);
      setIndex(Math.max(0, Math.min(last, to)));
    },
    play: () => {
      if (index === last) setIndex(0);
      setPlaying(!runs);
    },
  };
}
