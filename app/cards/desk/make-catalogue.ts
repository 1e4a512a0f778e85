import { DECK, DECK_TOPICS } from "@/content/deck";
import { EXERCISES } from "@/lib/exercises";
import type { CardCatalogue } from "./catalogue";

/** The catalogue, made when the site is built: no page loads the deck for its titles. */
export function makeCardCatalogue(): CardCatalogue {
  return DECK.toSorted(
    (one, other) => DECK_TOPICS.indexOf(one.topic) - DECK_TOPICS.indexOf(other.topic),
  ).map(({ number, topic, title, exercises }) => {
    const type = EXERCISES.find(({ id }) => id === exercises[0]);
    return {
      number,
      topic,
      title,
      ...(type && { exercise: { id: type.id, version: type.version } }),
    };
  });
}
