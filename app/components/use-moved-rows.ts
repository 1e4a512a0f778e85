"use client";

import { useEffect, useRef, useState } from "react";

/** Up or down by a place, or out of the list. */
export type RowMove = "up" | "down" | "away";

interface Moved {
  readonly at: number;
  readonly move: RowMove;
}

/**
 * The focus goes with a row that is moved, to the same button of its new place, and a sentence says the place. Rows hold
 * a `RowMoves`; `list` is the element around them.
 */
export function useMovedRows<List extends HTMLElement>() {
  const list = useRef<List>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    if (moved) buttonOf(list.current, moved)?.focus();
  }, [moved]);

  /** To be called with the change itself. @param called "Layer 3" @param count how many rows there were */
  function follow(at: number, move: RowMove, called: string, count: number) {
    const to = placeAfter(at, move, count);
    setMoved({ at: to, move });
    setSaid(move === "away" ? `${called} removed` : `${called} is now ${to + 1} of ${count}`);
  }

  return { list, follow, said, say: setSaid };
}

/** Where a row is after its move; of one that is gone, the row in its place. */
export function placeAfter(at: number, move: RowMove, count: number): number {
  if (move === "away") return Math.max(0, Math.min(at, count - 2));
  return Math.min(count - 1, Math.max(0, at + (move === "up" ? -1 : 1)));
}

/** The button that was used, in the row's new place; at an end of the list, one that still does something. */
function buttonOf(list: HTMLElement | null, { at, move }: Moved): HTMLElement | null | undefined {
  const row = list?.querySelector(`[data-row="${at}"]`);
  return (
    row?.querySelector<HTMLElement>(`[data-move="${move}"]:enabled`) ??
    row?.querySelector<HTMLElement>("button:enabled")
  );
}
