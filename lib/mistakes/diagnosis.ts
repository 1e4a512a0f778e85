import type { GivenCell } from "./answer";
import type { MistakeId } from "./ids";

/** One mistake, or two that act together, and the cells that it explains. */
export interface Diagnosis {
  /** An id, or two joined alphabetically: "BIAS_FORGOTTEN+CHANNELS_FORGOTTEN". */
  readonly mistake: string;
  readonly ids: readonly MistakeId[];
  readonly cells: readonly (readonly number[])[];
  /** Where one product is taken wrongly: which one in each cell's sum, 0 being the first. */
  readonly terms?: readonly number[];
}

/** A diagnosis of these cells. */
export function diagnosisOf(
  ids: readonly MistakeId[],
  cells: readonly GivenCell[],
  terms?: readonly number[],
): Diagnosis {
  const sorted = ids.toSorted();
  return {
    mistake: sorted.join("+"),
    ids: sorted,
    cells: cells.map(({ at }) => at),
    ...(terms ? { terms } : {}),
  };
}

/** The first diagnosis under each name. */
export function distinct(diagnoses: readonly Diagnosis[]): Diagnosis[] {
  const seen = new Set<string>();
  return diagnoses.filter(({ mistake }) => !seen.has(mistake) && seen.add(mistake));
}
