import type { DeckCard } from "../card";
import { ROI_POOLING_CARDS } from "./roi-pooling";
import { SINGLE_STAGE_CARDS } from "./single-stage";
import { TWO_STAGE_CARDS } from "./two-stage";

/** What is in an image, and where: in one stage and in two. */
export const DETECTION_CARDS: readonly DeckCard[] = [
  ...SINGLE_STAGE_CARDS,
  ...TWO_STAGE_CARDS,
  ...ROI_POOLING_CARDS,
];
