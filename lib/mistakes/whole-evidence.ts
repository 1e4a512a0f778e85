import {
  CHANCE,
  CHANCE_OF_COUNTS,
  CHANCE_OF_PLAIN_PAIRS,
  CROWDED,
  chanceOfCount,
  oneInRange,
} from "./evidence";
import { isFamily } from "./ids";
import { type Marked, fits, hasOwnShape, valueOf } from "./match";
import type { Candidate } from "./model";

/**
 * How far from plain a candidate is for this answer: by the way its names are read, by a shape that it does not itself
 * have, and a little by naming one of many.
 */
export function oddnessOf(candidate: Candidate, marked: Marked): number {
  const shape = hasOwnShape(candidate, marked) ? 0 : 1;
  return candidate.strangeness + shape + (candidate.ids.some(isFamily) ? 0.5 : 0);
}

/** Whether so many predictions would rarely give all wrong cells of a tensor by chance. */
export function isRare(compared: number, marked: Marked): boolean {
  return compared * chanceOfAll(marked) <= CHANCE;
}

/** Candidates are compared from the plainest on: each has to beat the chance of those before it. */
export function tensorEvidence(
  candidates: readonly Candidate[],
  marked: Marked,
): (candidate: Candidate) => boolean {
  const chance = chanceOfAll(marked);
  return (candidate) => {
    const limit = oddnessOf(candidate, marked);
    if (candidates.length * chance <= CHANCE) return true;
    const rare = limit === 0 ? CHANCE_OF_PLAIN_PAIRS : CHANCE;
    return distinctUpTo(limit, candidates, marked) * chance <= rare;
  };
}

/** How many different predictions there are among the candidates that are no odder. */
function distinctUpTo(limit: number, candidates: readonly Candidate[], marked: Marked): number {
  const sample = marked.wrong.slice(0, 4);
  const seen = new Set<string>();
  for (const candidate of candidates) {
    if (!fits(candidate, marked) || oddnessOf(candidate, marked) > limit) continue;
    seen.add(sample.map((cell) => valueOf(candidate.computation, cell)).join());
  }
  return seen.size;
}

/** How likely one prediction gives all wrong cells; cells of the same key and answer are one piece of evidence. */
function chanceOfAll({ wrong, keyOf, sameShape }: Marked): number {
  const keys = wrong.map((cell) => (sameShape ? keyOf(cell) : 0));
  const pieces = new Set(wrong.map(({ value }, index) => `${keys[index]}:${value}`));
  const values = [...wrong.map(({ value }) => value), ...keys];
  const margin = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const step = wrong.reduce((least, cell) => Math.min(least, cell.step), 1);
  return oneInRange([margin, -margin], step) ** pieces.size;
}

/**
 * Predictions are told from the largest down, as long as all that are told would rarely be hit by chance. Of a single
 * number none is told where those that are told in any case crowd its range already.
 */
export function countEvidence(
  candidates: readonly Candidate[],
  { wrong, keyOf, sameShape, answer }: Marked,
  toldAnyway: readonly Candidate[],
): (candidate: Candidate) => boolean {
  if (!sameShape) return () => true;
  const keys = wrong.map(keyOf);
  const sizes = ({ computation }: Candidate) => wrong.map((cell) => valueOf(computation, cell));
  const cost = (candidate: Candidate) =>
    sizes(candidate).reduce(
      (product, size, index) => product * chanceOfCount(size, keys[index] ?? 0),
      1,
    );
  const costsOf = (some: readonly Candidate[]) =>
    new Map(some.map((candidate) => [sizes(candidate).join(), cost(candidate)]));
  const told = answer.shape[3] === 1 ? costsOf(toldAnyway) : new Map<string, number>();
  const spent = [...told.values()].reduce((sum, one) => sum + one, 0);
  const costs = [...costsOf(candidates)].filter(([size]) => !told.has(size));
  return (candidate) => {
    const limit = cost(candidate);
    if (spent > CROWDED) return false;
    let total = 0;
    for (const [, one] of costs) if (one <= limit) total += one;
    return total <= CHANCE_OF_COUNTS;
  };
}
