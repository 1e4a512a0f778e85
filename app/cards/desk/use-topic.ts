"use client";

import { useKept } from "../../practice/use-kept";
import type { CardCatalogue } from "./catalogue";

/** The topic that is reviewed, as long as the tab lasts; "" for all of them. */
export function useTopic(catalogue: CardCatalogue) {
  const [kept, keep] = useKept("cards.topic");
  const topic = catalogue.some((card) => card.topic === kept) ? (kept ?? "") : "";
  return [topic, keep] as const;
}
