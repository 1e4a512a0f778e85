import type { CardRef } from "./queue";
import { type CardStates, retrievability } from "./schedule";

/** How well the cards of one topic are known. */
export interface TopicMastery {
  readonly topic: string;
  readonly cards: number;
  /** How many of them were asked at least once. */
  readonly met: number;
  /** The mean chance to recall one now, from 0 to 1; a card that was never asked counts 0. */
  readonly mastery: number;
}

/** The topics in the order of the deck, with their mastery: the mean retrievability of their cards. */
export function masteryByTopic(
  deck: readonly CardRef[],
  states: CardStates,
  now: number,
): readonly TopicMastery[] {
  const topics = [...new Set(deck.map(({ topic }) => topic))];
  return topics.map((topic) => {
    const own = deck.filter((card) => card.topic === topic).map(({ number }) => states.get(number));
    const chances = own.map((state) => retrievability(state, now));
    return {
      topic,
      cards: own.length,
      met: own.filter((state) => state !== undefined).length,
      mastery: meanOf(chances),
    };
  });
}

/** The mean of some numbers; 0 of none. */
function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
