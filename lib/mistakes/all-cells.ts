import { type GivenCell, agrees } from "./answer";
import { type Diagnosis, diagnosisOf } from "./diagnosis";
import { TERM_FAMILIES } from "./families";
import { type Marked, fits, termsOf, valueOf } from "./match";
import type { Predictor } from "./model";

/** Whether a mistake gives a cell. */
type Gives = (cell: GivenCell) => boolean;

/**
 * What was found in some of the wrong cells, compared with all of them. Mistakes that explain the same cells keep them
 * all; of a mistake in other cells those are left out that an earlier one explains.
 */
export function inAllCells(
  found: readonly Diagnosis[],
  predictor: Predictor,
  marked: Marked,
): Diagnosis[] {
  const cellAt = new Map(marked.wrong.map((cell) => [cell.at, cell]));
  const earlier: { readonly sample: ReadonlySet<unknown>; readonly all: ReadonlySet<unknown> }[] =
    [];
  return found.map((diagnosis) => {
    const sample = diagnosis.cells.flatMap((at) => cellAt.get(at) ?? []);
    const gives = givesOf(diagnosis, sample, predictor, marked);
    const elsewhere = earlier.filter(({ sample: theirs }) => !sample.some((c) => theirs.has(c)));
    const isLeft = (cell: GivenCell) => !elsewhere.some(({ all }) => all.has(cell));
    const cells = gives ? marked.wrong.filter((cell) => isLeft(cell) && gives(cell)) : sample;
    earlier.push({ sample: new Set(sample), all: new Set(cells) });
    const [term] = diagnosis.terms ?? [];
    const terms = term === undefined ? undefined : cells.map(() => term);
    return diagnosisOf(diagnosis.ids, cells, terms);
  });
}

/** The plainest reading of a mistake that gives all the cells it was found in. */
function givesOf(
  { mistake, terms }: Diagnosis,
  sample: readonly GivenCell[],
  { singles, right }: Predictor,
  marked: Marked,
): Gives | undefined {
  const family = TERM_FAMILIES.find(({ id }) => id === mistake);
  const [term] = terms ?? [];
  if (family && term !== undefined) {
    return (cell) =>
      agrees(valueOf(right, cell) - family.times * (termsOf(right, cell)[term] ?? 0), cell);
  }
  return singles()
    .filter(({ ids }) => ids.join("+") === mistake)
    .toSorted((one, other) => one.strangeness - other.strangeness)
    .filter((candidate) => fits(candidate, marked))
    .map(
      ({ computation }): Gives =>
        (cell) =>
          agrees(valueOf(computation, cell), cell),
    )
    .find((gives) => sample.every(gives));
}
