"use client";

import { useEffect, useState } from "react";
import type { RenderedCard } from "../rendered-card";

/** The cards ready to be shown, by their numbers. */
export type Deck = ReadonlyMap<number, RenderedCard>;

/** The cards once they are there, or that they could not be fetched. */
export interface DeckLoading {
  readonly cards: Deck | null;
  readonly hasFailed: boolean;
}

let loading: Promise<Deck> | undefined;

/** The cards themselves, which a page fetches once it has come alive. */
export function useDeck(): DeckLoading {
  const [state, setState] = useState<DeckLoading>({ cards: null, hasFailed: false });
  useEffect(() => {
    let isGone = false;
    const show = (next: DeckLoading) => {
      if (!isGone) setState(next);
    };
    load().then(
      (cards) => show({ cards, hasFailed: false }),
      () => show({ cards: null, hasFailed: true }),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return state;
}

function load(): Promise<Deck> {
  loading ??= fetched();
  return loading;
}

async function fetched(): Promise<Deck> {
  try {
    const response = await fetch("/cards/deck.json");
    if (!response.ok) throw new Error(`The deck answers ${response.status}.`);
    const cards = (await response.json()) as readonly RenderedCard[];
    return new Map(cards.map((card) => [card.number, card]));
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
