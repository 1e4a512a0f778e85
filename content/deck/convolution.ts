import type { DeckCard } from "./card";
import { COST_CARDS } from "./convolution/costs";
import { PASSES_CARDS } from "./convolution/passes";
import { PLANES_CARDS } from "./convolution/planes";

/** What a convolution computes, forward and backward, what becomes of the planes, and what it costs. */
export const CONVOLUTION_CARDS: readonly DeckCard[] = [
  ...PASSES_CARDS,
  ...PLANES_CARDS,
  ...COST_CARDS,
];
