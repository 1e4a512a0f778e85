import type { DeckCard } from "./card";
import { GRAD_CAM_CARDS } from "./seeing/grad-cam";
import { GRADIENT_CARDS } from "./seeing/gradients";
import { WEIGHT_CARDS } from "./seeing/weights";

/** Ways to look into a trained network: its weights, its activations, its gradients. */
export const SEEING_CARDS: readonly DeckCard[] = [
  ...WEIGHT_CARDS,
  ...GRADIENT_CARDS,
  ...GRAD_CAM_CARDS,
];
