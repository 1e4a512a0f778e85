import type { Way } from "@/lib/progress";
import { chanceOf } from "@/lib/progress/cards";
import { type CatalogueCard, isWorkedProblem } from "../desk/catalogue";

/** How a reader wants to be asked: each way in its turn, or one of them wherever a card has it. */
export type WayWanted = Way | "mixed";

/**
 * How a card is asked. A worked problem is always worked out. One that is met for the first time is asked from memory,
 * since nobody can choose or compute before having met it; later it takes its turns by chance.
 */
export function wayFor(card: CatalogueCard, times: number, wanted: WayWanted): Way {
  const hasNumbers = card.exercise !== undefined;
  if (hasNumbers && isWorkedProblem(card.number)) return "computed";
  if (wanted === "computed") return hasNumbers ? "computed" : "recall";
  if (wanted !== "mixed") return wanted;
  if (times === 0) return "recall";
  const ways: readonly Way[] = hasNumbers ? ["recall", "choice", "computed"] : ["recall", "choice"];
  return ways[Math.floor(chanceOf(`${card.number}/${times}`) * ways.length)] ?? "recall";
}
