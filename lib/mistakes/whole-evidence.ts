import {
  CHANCE,
  CHANCE_OF_COUNTS,
  CHANCE_OF_PLAIN_COUNTS,
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
  const step = wrong.reduce(
    (least, cell, index) => Math.min(least, cell.step, stepBeside(keys[index] ?? 0)),
    1,
  );
  return oneInRange([margin, -margin], step) ** pieces.size;
}

/** Beside a key that no short decimal writes an answer has three digits, so that a whole number is a chance of few. */
function stepBeside(key: number): number {
  const isShort = Math.abs(key * 1e4 - Math.round(key * 1e4)) < 1e-6;
  return isShort ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(key))) - 2);
}

/**
 * Predictions are told from the largest down, as long as all that are told would rarely be hit by chance: those of
 * plain readings among themselves, the others among all. Of a single number no odd one is told where the predictions
 * that are told in any case crowd its range already.
 */
export function countEvidence(
  candidates: readonly Candidate[],
  marked: Marked,
  toldAnyway: readonly Candidate[],
): (candidate: Candidate) => boolean {
  if (!marked.sameShape) return () => true;
  const chance = (candidate: Candidate) => chanceOfSizes(sizesOf(candidate, marked), marked);
  const anyway = isSingleNumber(marked) ? chancesOf(toldAnyway, marked) : new Map<string, number>();
  const crowded = sumOf([...anyway.values()]) > CROWDED;
  const others = (some: readonly Candidate[]) =>
    [...chancesOf(some, marked)].flatMap(([sizes, one]) => (anyway.has(sizes) ? [] : [one]));
  const plain = others(candidates.filter(({ strangeness }) => strangeness === 0));
  const all = others(candidates);
  return (candidate) => {
    const isOdd = candidate.strangeness > 0;
    if (isOdd && crowded) return false;
    const limit = chance(candidate);
    const told = sumOf((isOdd ? all : plain).filter((one) => one <= limit));
    return told <= (isOdd ? CHANCE_OF_COUNTS : CHANCE_OF_PLAIN_COUNTS);
  };
}

function isSingleNumber({ answer }: Marked): boolean {
  return answer.shape[3] === 1;
}

function sizesOf({ computation }: Candidate, { wrong }: Marked): number[] {
  return wrong.map((cell) => valueOf(computation, cell));
}

/** The chance of each different prediction. */
function chancesOf(candidates: readonly Candidate[], marked: Marked): Map<string, number> {
  return new Map(
    candidates.map((candidate) => {
      const sizes = sizesOf(candidate, marked);
      return [sizes.join(), chanceOfSizes(sizes, marked)];
    }),
  );
}

function chanceOfSizes(sizes: readonly number[], { wrong, keyOf }: Marked): number {
  return wrong.reduce(
    (product, cell, index) => product * chanceOfCount(sizes[index] ?? 0, keyOf(cell)),
    1,
  );
}

function sumOf(chances: readonly number[]): number {
  return chances.reduce((sum, one) => sum + one, 0);
}
