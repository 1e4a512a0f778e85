import { type Diagnosis, diagnosisOf, distinct } from "./diagnosis";
import { TERM_FAMILIES, sameSlipEverywhere } from "./families";
import { type Marked, explainsAll, termsOf, valueOf } from "./match";
import type { Candidate } from "./model";
import { countEvidence, isRare, oddnessOf, tensorEvidence } from "./whole-evidence";

/** The most explanations of the same cells that are worth telling. */
const MOST = 3;

/**
 * The single mistakes that give the whole answer, the plainest reading first. For a size the unusual readings have to
 * beat chance.
 */
export function wholeSingles(
  singles: readonly Candidate[],
  marked: Marked,
  isCount: boolean,
): Diagnosis[] {
  const found = singles.filter((candidate) => explainsAll(candidate, marked));
  const isEvidence = isCount ? countEvidence(singles, marked, singles.filter(isPlain)) : () => true;
  return explanations(
    found.filter((candidate) => isPlain(candidate) || isEvidence(candidate)),
    marked,
  );
}

/** Whether a mistake is read as its name says first: such a one is told in any case. */
function isPlain({ strangeness }: Candidate): boolean {
  return strangeness === 0;
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

/**
 * Two mistakes that together give the whole answer, where chance would not; a single one that gives it too, however
 * oddly it reads its name, is the simpler cause and told instead.
 */
export function wholePairs(
  pairs: readonly Candidate[],
  singles: readonly Candidate[],
  marked: Marked,
  isCount: boolean,
): Diagnosis[] {
  const found = pairs.filter((candidate) => explainsAll(candidate, marked));
  if (found.length === 0) return [];
  const isEvidence = isCount
    ? countEvidence(pairs, marked, singles.filter(isPlain))
    : tensorEvidence(pairs, marked);
  const told = found.filter((candidate) => isEvidence(candidate));
  const simpler = singles.filter((candidate) => explainsAll(candidate, marked));
  return explanations(told.length > 0 && simpler.length > 0 ? simpler : told, marked);
}

/** A single mistake everywhere, and in every cell one and the same product taken wrongly on top of it. */
export function wholeWithFamily(singles: readonly Candidate[], marked: Marked): Diagnosis[] {
  const [first] = marked.wrong;
  if (!marked.sameShape || !first || marked.wrong.length < 3) return [];
  const made = singles.filter((candidate) => changesAny(candidate, marked));
  const found = made.flatMap(({ ids, computation, strangeness }) =>
    sameSlipEverywhere(computation, marked)
      .slice(0, 1)
      .map(({ id }) => ({ ids: [...ids, id], computation, strangeness, otherShapes: [] })),
  );
  const products = termsOf(marked.right, first).length;
  const compared = singles.length * TERM_FAMILIES.length * products;
  return isRare(compared, marked) ? explanations(found, marked) : [];
}

/** What leaves every number as it should be is no part of a cause. */
function changesAny({ computation }: Candidate, { right, wrong, correct }: Marked): boolean {
  return [...wrong, ...correct].some((cell) => valueOf(computation, cell) !== valueOf(right, cell));
}

function explanations(found: readonly Candidate[], marked: Marked): Diagnosis[] {
  const oddness = (candidate: Candidate) => oddnessOf(candidate, marked);
  const plainest = found.toSorted((left, right) => oddness(left) - oddness(right));
  return distinct(plainest.map(({ ids }) => diagnosisOf(ids, marked.wrong))).slice(0, MOST);
}
