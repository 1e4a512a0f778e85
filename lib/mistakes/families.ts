import { type GivenCell, agrees } from "./answer";
import type { MistakeId } from "./ids";
import { type Marked, termsOf, valueOf } from "./match";
import type { Candidate, Computation } from "./model";

/** Products that are taken wrongly: left out, or with the wrong sign; and by how many times they are missing. */
export const TERM_FAMILIES = [
  { id: "TERM_DROPPED", times: 1 },
  { id: "SIGN_SLIP", times: 2 },
] as const;

/** One product or shift that gives a cell, and which mistake it is. */
export interface CellSlip {
  readonly id: MistakeId;
  /** Which product of the cell's sum; absent where the window is off. */
  readonly term?: number;
}

/** Every product that, dropped or with the wrong sign, gives this cell. */
export function slipsInCell(computation: Computation, cell: GivenCell): CellSlip[] {
  const value = valueOf(computation, cell);
  const terms = termsOf(computation, cell);
  return TERM_FAMILIES.flatMap(({ id, times }) =>
    terms.flatMap((term, index) =>
      term !== 0 && agrees(value - times * term, cell) ? [{ id, term: index }] : [],
    ),
  );
}

/** The shifts of the window, by name, that give this cell; one that has nothing but zeros to add up explains none. */
export function shiftsInCell(shifts: readonly Candidate[], cell: GivenCell): CellSlip[] {
  return shifts
    .filter(
      ({ computation }) =>
        agrees(valueOf(computation, cell), cell) &&
        termsOf(computation, cell).some((term) => term !== 0),
    )
    .slice(0, 1)
    .flatMap(({ ids }) => ids.map((id) => ({ id })));
}

/** One and the same product taken wrongly in every cell: the whole answer, right cells too. */
export function sameSlipEverywhere(
  computation: Computation,
  { wrong, correct }: Marked,
): CellSlip[] {
  const [first] = wrong;
  if (!first || wrong.length < 2) return [];
  return slipsInCell(computation, first).filter(({ id, term = 0 }) => {
    const times = id === "SIGN_SLIP" ? 2 : 1;
    const holds = (cell: GivenCell) =>
      agrees(valueOf(computation, cell) - times * (termsOf(computation, cell)[term] ?? 0), cell);
    return wrong.every(holds) && correct.every(holds);
  });
}
