import { type GivenAnswer, type GivenCell, readAnswer } from "./answer";
import { type Diagnosis, diagnosisOf } from "./diagnosis";
import { type CellSlip, shiftsInCell, slipsInCell } from "./families";
import { type MistakeId, isFamily } from "./ids";
import { type Marked, mark } from "./match";
import type { Candidate, Predictor } from "./model";
import { partly } from "./partial";
import { type AskName, type Asked, predictorFor } from "./registry";
import { wholeFamilies, wholePairs, wholeSingles, wholeWithFamily } from "./whole";
import { inAllCells } from "./all-cells";
import { LEAST_SAMPLE, allowsPairs, withinReach } from "./work";

/** What is found in an answer. */
export interface Explanation {
  /** The likeliest first; none where no mistake explains it. */
  readonly diagnoses: readonly Diagnosis[];
  /** One cell each: a single product that would explain it, where nothing explains them all. */
  readonly notes: readonly Diagnosis[];
}

/** Nobody drops a single product in more cells than these. */
const MOST_CELLS_FOR_FAMILIES = LEAST_SAMPLE;

const NOTHING: Explanation = { diagnoses: [], notes: [] };

/**
 * The mistakes, alone or two together, that give a learner's answer: the whole of it first, then the largest sets of
 * wrong cells, then single products. Mistakes that explain equally much are all told; where none explains more than
 * chance would, none is told. Of an answer that takes very many products the mistake is found in some of the cells, and
 * then compared with all.
 *
 * @param answer a tensor with null for blanks, a count, or a shape as a list of sizes
 * @throws KernelError where the question does not hold together
 * @example explain(card82, "params", 750)[0]?.mistake // "BIAS_FORGOTTEN"
 */
export function explain(question: Asked, ask: AskName, answer: GivenAnswer): readonly Diagnosis[] {
  return examine(question, ask, answer).diagnoses;
}

/**
 * As `explain`, with what may be said of single cells where nothing explains them all.
 *
 * @throws KernelError where the question does not hold together
 */
export function examine(question: Asked, ask: AskName, answer: GivenAnswer): Explanation {
  const predictor = predictorFor(question, ask);
  if (!predictor) return NOTHING;
  const kind = kindOf(ask);
  const forms = readAnswer(question, ask, answer, predictor.right.shape).map((form) =>
    mark(form, predictor.right),
  );
  if (forms.some(({ wrong }) => wrong.length === 0)) return NOTHING;
  const found = forms.map((marked) => examineWithinReach(predictor, marked, kind));
  return found.find(({ diagnoses }) => diagnoses.length > 0) ?? found[0] ?? NOTHING;
}

type Kind = "tensor" | "sizes";

function kindOf(ask: AskName): Kind {
  const isTensor = ask === "y" || ask === "indices" || ask.startsWith("grads.");
  return isTensor ? "tensor" : "sizes";
}

function examineWithinReach(predictor: Predictor, marked: Marked, kind: Kind): Explanation {
  const near = withinReach(marked);
  const found = examineForm(predictor, near, kind);
  return near.wrong.length === marked.wrong.length
    ? found
    : { ...found, diagnoses: inAllCells(found.diagnoses, predictor, marked) };
}

function examineForm(predictor: Predictor, marked: Marked, kind: Kind): Explanation {
  const all = predictor.singles();
  const singles = all.filter(({ ids }) => !ids.some(isFamily));
  const shifts = all.filter(({ ids }) => ids.some(isFamily));
  const whole = firstOf([
    () => wholeSingles(marked.wrong.length > 1 ? all : singles, marked, kind === "sizes"),
    () => (marked.wrong.length > 1 ? wholeFamilies(marked) : []),
  ]);
  if (whole.length > 0) return { diagnoses: whole, notes: [] };
  const pairs = allowsPairs(marked) ? predictor.pairs() : [];
  const together = firstOf([
    () => wholePairs(pairs, singles, marked, kind === "sizes"),
    () => (pairs.length > 0 ? wholeWithFamily(singles, marked) : []),
  ]);
  if (together.length > 0 || kind === "sizes") return { diagnoses: together, notes: [] };
  return inParts(singles, pairs, shifts, marked);
}

function firstOf(stages: readonly (() => Diagnosis[])[]): Diagnosis[] {
  for (const stage of stages) {
    const found = stage();
    if (found.length > 0) return found;
  }
  return [];
}

function inParts(
  singles: readonly Candidate[],
  pairs: readonly Candidate[],
  shifts: readonly Candidate[],
  marked: Marked,
): Explanation {
  const alone = partly(singles, marked);
  const plainPairs = pairs.filter(({ ids }) => !ids.some(isFamily));
  const parts = alone.first ? alone : partly(plainPairs, marked);
  const noted = parts.left.slice(0, MOST_CELLS_FOR_FAMILIES);
  const slips = noted.map((cell) => ({ cell, slips: slipsAt(marked, shifts, cell) }));
  if (parts.first) {
    const { first } = parts;
    const onTop = noted.flatMap((cell) => noteOnTop(first, cell));
    return { diagnoses: parts.diagnoses, notes: onTop.length > 0 ? onTop : notesOn(slips) };
  }
  const isWhole = marked.sameShape && noted.length === parts.left.length;
  const isExplained = isWhole && slips.every(({ slips: found }) => found.length > 0);
  return isExplained
    ? { diagnoses: byFamily(slips), notes: [] }
    : { diagnoses: [], notes: notesOn(slips) };
}

interface CellSlips {
  readonly cell: GivenCell;
  readonly slips: readonly CellSlip[];
}

function slipsAt(
  { right, sameShape }: Marked,
  shifts: readonly Candidate[],
  cell: GivenCell,
): CellSlip[] {
  return sameShape ? [...slipsInCell(right, cell), ...shiftsInCell(shifts, cell)] : [];
}

/** A product taken wrongly in a cell in which a mistake was made already. */
function noteOnTop({ ids, computation }: Candidate, cell: GivenCell): Diagnosis[] {
  return slipsInCell(computation, cell)
    .slice(0, 1)
    .map(({ id, term = 0 }) => diagnosisOf([...ids, id], [cell], [term]));
}

function notesOn(cells: readonly CellSlips[]): Diagnosis[] {
  return cells.flatMap(({ cell, slips }) =>
    slips.slice(0, 1).map((slip) => oneKind(slip.id, [{ cell, slips: [slip] }])),
  );
}

/** The families, the one that explains most cells first, until every cell has one; equals are both told. */
function byFamily(cells: readonly CellSlips[]): Diagnosis[] {
  const diagnoses: Diagnosis[] = [];
  let left = cells;
  while (left.length > 0) {
    const counted = FAMILIES_IN_ORDER.map((id) => ({
      id,
      of: left.filter(({ slips }) => slips.some((slip) => slip.id === id)),
    }));
    const most = Math.max(...counted.map(({ of }) => of.length));
    const best = counted.filter(({ of }) => of.length === most);
    diagnoses.push(...best.map(({ id, of }) => oneKind(id, of)));
    const [first] = best;
    if (!first || most === 0) break;
    left = left.filter((cell) => !first.of.includes(cell));
  }
  return diagnoses;
}

/** The commonest first. */
const FAMILIES_IN_ORDER: readonly MistakeId[] = ["TERM_DROPPED", "SIGN_SLIP", "WINDOW_SHIFTED"];

function oneKind(id: CellSlip["id"], cells: readonly CellSlips[]): Diagnosis {
  const terms = cells.map(({ slips }) => slips.find((slip) => slip.id === id)?.term);
  const given = cells.map(({ cell }) => cell);
  return terms.every((term) => term !== undefined)
    ? diagnosisOf([id], given, terms)
    : diagnosisOf([id], given);
}
