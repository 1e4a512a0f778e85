import { type GivenCell, agrees } from "./answer";
import { type Diagnosis, diagnosisOf, distinct } from "./diagnosis";
import { CHANCE, oneInRange, tailOf } from "./evidence";
import { type Marked, fits, valueOf } from "./match";
import type { Candidate } from "./model";

/** A mistake and the wrong cells that it gives. */
interface Part {
  readonly candidate: Candidate;
  readonly cells: readonly GivenCell[];
}

/** In an answer of another shape, in which no cell is right, so many must agree. */
const MOST_OF_OTHER_SHAPE = 0.75;

/** So many of the wrong cells must agree: where thousands are wrong, chance alone gives more than two. */
const LEAST_SHARE = 0.15;

/** Of how many wrong cells two must agree for a mistake to be looked at further. */
const SAMPLE = 48;

/**
 * The largest set of wrong cells that one mistake explains better than chance, every mistake that explains as many,
 * and then the same of the cells that are left.
 */
export function partly(
  candidates: readonly Candidate[],
  marked: Marked,
): {
  readonly diagnoses: Diagnosis[];
  readonly left: readonly GivenCell[];
  readonly first?: Candidate;
} {
  const diagnoses: Diagnosis[] = [];
  let first: Candidate | undefined;
  let left = marked.wrong;
  while (left.length >= 2) {
    const parts = largest(candidates, left, marked);
    const [best] = parts;
    if (!best) break;
    first ??= best.candidate;
    diagnoses.push(
      ...distinct(parts.map(({ candidate, cells }) => diagnosisOf(candidate.ids, cells))),
    );
    const explained = new Set(best.cells);
    left = left.filter((cell) => !explained.has(cell));
  }
  return { diagnoses, left, ...(first ? { first } : {}) };
}

function largest(
  candidates: readonly Candidate[],
  wrong: readonly GivenCell[],
  marked: Marked,
): Part[] {
  if (candidates.length === 0) return [];
  const isRare = rareness(candidates.length, wrong, marked);
  const found = candidates
    .filter((candidate) => fits(candidate, marked) && agreesSomewhere(candidate, wrong))
    .map((candidate) => ({ candidate, cells: agreeing(candidate, wrong) }))
    .filter((part) => isRare(part));
  const most = found.reduce((count, { cells }) => Math.max(count, cells.length), 0);
  return found
    .filter(({ cells }) => cells.length === most)
    .toSorted((one, other) => one.candidate.strangeness - other.candidate.strangeness);
}

/** Whether two cells of a sample agree. */
function agreesSomewhere({ computation }: Candidate, wrong: readonly GivenCell[]): boolean {
  const every = Math.max(1, Math.floor(wrong.length / SAMPLE));
  let hits = 0;
  for (let index = 0; index < wrong.length && hits < 2; index += every) {
    const cell = wrong[index];
    if (cell && agrees(valueOf(computation, cell), cell)) hits++;
  }
  return hits >= 2;
}

function agreeing({ computation }: Candidate, cells: readonly GivenCell[]): GivenCell[] {
  return cells.filter((cell) => agrees(valueOf(computation, cell), cell));
}

/** Whether a part is larger than so many candidates would give by chance. */
function rareness(
  compared: number,
  wrong: readonly GivenCell[],
  { keyOf, sameShape }: Marked,
): (part: Part) => boolean {
  const values = wrong.map(({ value }) => value);
  const keys = sameShape ? wrong.map(keyOf) : [];
  const errors = keys.map((key, index) => (values[index] ?? key) - key);
  const step = wrong.reduce((least, cell) => Math.min(least, cell.step), 1);
  const among = oneInRange([...values, ...keys], step);
  const p = sameShape ? Math.max(among, oneInRange([0, ...errors], step)) : among;
  const share = sameShape ? LEAST_SHARE : MOST_OF_OTHER_SHAPE;
  const least = Math.max(2, wrong.length * share);
  return ({ candidate: { computation }, cells }) => {
    const isRare = (one: number) =>
      compared * tailOf(wrong.length, CAUTION * one, cells.length) <= CHANCE;
    if (cells.length < least || !isRare(p)) return false;
    const predicted = wrong.map((cell) => valueOf(computation, cell));
    return isRare(Math.max(p, shuffled(predicted, wrong)));
  };
}

/** Numbers lie closer together than evenly, so agreement by chance is taken to be likelier than it is estimated. */
const CAUTION = 2;

/** The most predictions that are compared with the numbers of other cells. */
const SHUFFLED = 64;

/** How often the learner's numbers agree with what is predicted for other cells. */
function shuffled(predicted: readonly number[], wrong: readonly GivenCell[]): number {
  const count = Math.min(wrong.length, SHUFFLED);
  if (count < 2) return 0;
  let hits = 0;
  for (let one = 0; one < count; one++) {
    for (let other = 0; other < count; other++) {
      const cell = wrong[other];
      if (one !== other && cell && agrees(predicted[one] ?? Number.NaN, cell)) hits++;
    }
  }
  return hits / (count * (count - 1));
}
