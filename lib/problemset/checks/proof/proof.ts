import {
  type Key,
  type Variant,
  answerToJson,
  isLayerQuestion,
  isTensor,
  sameKey,
} from "@/lib/exercises";
import { proofOf } from "@/lib/question/proof";
import { secondWay } from "./second-way";
import type { SecondWay } from "./way";

/** What is known of a key. */
export type KeyProof =
  | { readonly kind: "agrees"; readonly way: SecondWay }
  | { readonly kind: "differs"; readonly way: SecondWay; readonly other: string }
  /** No second algorithm is known for it. */
  | { readonly kind: "once" };

/** Two ways of adding the same numbers may round apart by so much of the largest. */
const NEAR = 1e-9;

/** Difference quotients are that much less exact. */
const NEAR_QUOTIENT = 1e-4;

/** The key of a problem, proved by a second algorithm where there is one. */
export function proofOfKey(variant: Variant): KeyProof {
  const { question, ask, key } = variant;
  const proof = isLayerQuestion(question) && isTensor(key) ? proofOf(question, ask) : undefined;
  if (proof && isTensor(key)) {
    const { twin, twinDistance, quotientDistance } = proof;
    const largest = key.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    const isGradient = quotientDistance !== undefined;
    const way = isGradient ? "twin-and-quotients" : "twin";
    const isNear =
      twinDistance <= NEAR * largest && (quotientDistance ?? 0) <= NEAR_QUOTIENT * largest;
    return isNear && sameKey(key, twin)
      ? { kind: "agrees", way }
      : { kind: "differs", way, other: shown(twin) };
  }
  const second = secondWay(variant);
  if (!second) return { kind: "once" };
  const { way, isRight, other } = second;
  return isRight ? { kind: "agrees", way } : { kind: "differs", way, other: shown(other) };
}

function shown(key: Key): string {
  return JSON.stringify(answerToJson(key));
}
