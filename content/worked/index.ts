import type { WorkedCard } from "../types";
import { CARD_76 } from "./card-76";
import { CARD_77 } from "./card-77";
import { CARD_78 } from "./card-78";
import { CARD_79 } from "./card-79";
import { CARD_80 } from "./card-80";
import { CARD_81 } from "./card-81";
import { CARD_82 } from "./card-82";
import { CARD_83 } from "./card-83";

/** The worked cards, by number. */
export const WORKED_CARDS: readonly WorkedCard[] = [
  CARD_76,
  CARD_77,
  CARD_78,
  CARD_79,
  CARD_80,
  CARD_81,
  CARD_82,
  CARD_83,
];
