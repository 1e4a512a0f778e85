import { type Key, type Variant, isLayerQuestion, sameKey } from "@/lib/exercises";
import { layerTally } from "./layer";
import { networkTally } from "./network";
import { ownTally } from "./own";
import type { SecondWay } from "./way";

/** What a second computation says of a key. */
export interface Second {
  readonly way: SecondWay;
  readonly isRight: boolean;
  readonly other: Key;
}

/** Sizes, counts and questions that only exercises ask, a second time; undefined where no second way is known. */
export function secondWay(variant: Variant): Second | undefined {
  const { question, ask, key } = variant;
  const made = isLayerQuestion(question)
    ? layerTally(question, ask)
    : question.op === "network"
      ? networkTally(question, ask)
      : ownTally(question, key);
  return made && { way: made.way, isRight: sameKey(key, made.key), other: made.key };
}
