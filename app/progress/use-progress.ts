"use client";

import { useMemo, useSyncExternalStore } from "react";
import { type Masteries, masteries } from "@/lib/progress";
import { type Progress, UNREAD, current, subscribe } from "./store";

/** The reader's progress, which changes with every answer, also those given in other tabs. */
export function useProgress(): Progress {
  return useSyncExternalStore(subscribe, current, () => UNREAD);
}

/** The mastery of every skill that was tried. */
export function useMasteries(): Masteries {
  const { attempts } = useProgress();
  return useMemo(() => masteries(attempts), [attempts]);
}
