import { ARCHITECTURE_CARDS } from "./architectures";
import { ATTACK_CARDS } from "./attacks";
import type { DeckCard } from "./card";
import { CONVOLUTION_CARDS } from "./convolution";
import { DETECTION_CARDS } from "./detection";
import { ERROR_CARDS } from "./errors";
import { INVARIANCE_CARDS } from "./invariance";
import { SEEING_CARDS } from "./seeing";
import { SEGMENTATION_CARDS } from "./segmentation";
import { STYLE_CARDS } from "./style";
import { TRANSFER_CARDS } from "./transfer";
import { WORKED_PROBLEM_CARDS } from "./worked";

export * from "./card";

/** The deck’s cards, by their numbers. */
export const DECK: readonly DeckCard[] = [
  ...CONVOLUTION_CARDS,
  ...INVARIANCE_CARDS,
  ...ERROR_CARDS,
  ...TRANSFER_CARDS,
  ...ARCHITECTURE_CARDS,
  ...SEEING_CARDS,
  ...ATTACK_CARDS,
  ...STYLE_CARDS,
  ...SEGMENTATION_CARDS,
  ...DETECTION_CARDS,
  ...WORKED_PROBLEM_CARDS,
].toSorted((one, other) => one.number - other.number);
