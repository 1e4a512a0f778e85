"use client";

import { WAYS } from "@/lib/progress";
import { useRemembered } from "../../components/use-remembered";
import type { WayWanted } from "./way";

/** How a reader wants to be asked, remembered in this browser. */
export function useWayWanted(): readonly [WayWanted, (way: string) => void] {
  const [kept, remember] = useRemembered("kernelwise.cards.way", "mixed");
  return [WAYS.find((way) => way === kept) ?? "mixed", remember];
}
