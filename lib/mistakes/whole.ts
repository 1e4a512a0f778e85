import { type Diagnosis, diagnosisOf, distinct } from "./diagnosis";
import { CHANCE, chanceOfCount, oneInRange } from "./evidence";
import { TERM_FAMILIES, sameSlipEverywhere } from "./families";
import { isFamily } from "./ids";
import { type Marked, explainsAll, valueOf } from "./match";
import type { Candidate } from "./model";

/** The most explanations of the same cells that are worth telling. */
const MOST = 3;

/** The single mistakes that give the whole answer, the plainest reading first. */
export function wholeSingles(singles: readonly Candidate[], marked: Marked): Diagnosis[] {
  return explanations(
    singles.filter((candidate) => explainsAll(candidate, marked)),
    marked,
  );
}

/** One product taken wrongly in the same way in every cell. */
export function wholeFamilies(marked: Marked): Diagnosis[] {
  return distinct(
    sameSlipEverywhere(marked.right, marked).map(({ id, term = 0 }) =>
      diagnosisOf(
        [id],
        marked.wrong,
        marked.wrong.map(() => term),
      ),
    ),
  );
}

/** Two mistakes that together give the whole answer, where chance would not. */
export function wholePairs(
  pairs: readonly Candidate[],
  marked: Marked,
  isCount: boolean,
): Diagnosis[] {
  const found = pairs.filter((candidate) => explainsAll(candidate, marked));
  if (found.length === 0) return [];
  const plain = found.filter(({ ids }) => !ids.some(isFamily));
  const told = plain.length > 0 ? plain : found;
  const isEvidence = isCount ? countEvidence(pairs, marked) : tensorEvidence(pairs.length, marked);
  return explanations(
    told.filter((candidate) => isEvidence(candidate)),
    marked,
  );
}

/** A single mistake everywhere, and in every cell one and the same product taken wrongly on top of it. */
export function wholeWithFamily(singles: readonly Candidate[], marked: Marked): Diagnosis[] {
  if (!marked.sameShape || marked.wrong.length < 3) return [];
  const isEvidence = tensorEvidence(singles.length * TERM_FAMILIES.length * 9, marked);
  const found = singles.flatMap(({ ids, computation, strangeness }) =>
    sameSlipEverywhere(computation, marked)
      .slice(0, 1)
      .map(({ id }) => ({ ids: [...ids, id], computation, strangeness })),
  );
  return explanations(
    found.filter(() => isEvidence()),
    marked,
  );
}

function explanations(found: readonly Candidate[], { wrong }: Marked): Diagnosis[] {
  const plainest = found.toSorted((left, right) => left.strangeness - right.strangeness);
  return distinct(plainest.map(({ ids }) => diagnosisOf(ids, wrong))).slice(0, MOST);
}

/** Cells of the same key and the same answer are one piece of evidence. */
function tensorEvidence(candidates: number, { wrong, right, sameShape }: Marked): () => boolean {
  const pieces = new Set(
    wrong.map((cell) => `${sameShape ? valueOf(right, cell) : ""}:${cell.value}`),
  );
  const values = wrong.flatMap((cell) =>
    sameShape ? [cell.value, valueOf(right, cell)] : [cell.value],
  );
  const step = wrong.reduce((least, cell) => Math.min(least, cell.step), 1);
  const margin = values.length > 0 ? Math.max(...values.map(Math.abs)) : 0;
  const p = oneInRange([...values, margin, -margin], step);
  const chance = candidates * p ** pieces.size;
  return () => chance <= CHANCE;
}

/** Predictions are told from the largest down, as long as all that are told would rarely be hit by chance. */
function countEvidence(
  pairs: readonly Candidate[],
  marked: Marked,
): (candidate: Candidate) => boolean {
  const [cell] = marked.wrong;
  if (!cell) return () => false;
  const sizes = (candidate: Candidate) =>
    marked.wrong.map((one) => Math.abs(valueOf(candidate.computation, one)));
  const cost = (candidate: Candidate) =>
    sizes(candidate).reduce((product, size) => product * chanceOfCount(size), 1);
  const costs = new Map(pairs.map((candidate) => [sizes(candidate).join(), cost(candidate)]));
  return (candidate) => {
    const limit = cost(candidate);
    let total = 0;
    for (const one of costs.values()) if (one <= limit) total += one;
    return total <= CHANCE;
  };
}
