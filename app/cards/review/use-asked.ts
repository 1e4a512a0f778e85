"use client";

import { useState } from "react";
import type { CardRef, CardStates } from "@/lib/progress/cards";
import { timesAsked } from "../desk/record";

/** The card that is asked. */
export interface Asked {
  readonly card: number;
  /** How often it was asked before. */
  readonly times: number;
  /** Counts the cards of this sitting. */
  readonly turn: number;
}

/**
 * The card at hand. It stays while the clock moves on, and gives way to the next once it was rated, here or in another tab,
 * or once it is none of those wanted any more.
 */
export function useAsked(
  states: CardStates,
  wanted: readonly CardRef[],
  isReady: boolean,
  next: () => number | undefined,
) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const timesOf = (card: number) => states.get(card)?.ratings.length ?? 0;
  const turn = (asked?.turn ?? 0) + 1;
  const isOver =
    asked === null ||
    timesOf(asked.card) !== asked.times ||
    wanted.every(({ number }) => number !== asked.card);
  if (isReady && isOver) {
    const card = next();
    if (card !== undefined) setAsked({ card, times: timesOf(card), turn });
  }
  const ask = (card: number) => setAsked({ card, times: timesAsked(card), turn });
  return { asked: isOver ? null : asked, ask };
}
