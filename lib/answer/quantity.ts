/** How a number was written, which decides how exactly it is compared. */
export type NumberForm = "integer" | "decimal" | "exact";

/** A number as it was written. */
export interface Quantity {
  readonly value: number;
  /**
   * An integer or a decimal shows its precision by its digits; all else (fractions, roots, working)
   * is meant exactly.
   */
  readonly form: NumberForm;
  /** The power of ten of the last digit that is written: −2 for 0.25, 0 for 25. */
  readonly place: number;
  /** The significant digits that are written: 3 for 0.250, 2 for 25. */
  readonly digits: number;
  /** Of working with decimals: how many significant digits of its value they bear out. */
  readonly precision?: number;
  /** How it was read, with a true minus. */
  readonly shown: string;
  /** What one of it counts in the unit that is asked for: 1000 for kB where bytes are asked. */
  readonly unit?: { readonly name: string; readonly size: number };
}

/** A cell as it was given: a number from JSON, a number that was typed, or a blank. */
export type Cell = number | Quantity | null;

/** An answer as it was read: a scalar has the shape []. */
export interface Given {
  readonly shape: readonly number[];
  readonly cells: readonly Cell[];
}

/** A number that is meant exactly, such as 1/3. */
export function exactly(value: number, shown: string): Quantity {
  return { value, form: "exact", place: 0, digits: Number.POSITIVE_INFINITY, shown };
}

/** Decimals with fewer digits are meant as they stand: 0.5 is a half. */
const LEAST_ROUNDED = 3;

/** What working bears out that holds decimals of so many digits; arithmetic may cost the last of them. */
export function precisionOf(digits: readonly number[]): { readonly precision?: number } {
  const rounded = digits.filter((count) => count >= LEAST_ROUNDED);
  return rounded.length === 0
    ? {}
    : { precision: Math.max(LEAST_ROUNDED, Math.min(...rounded) - 1) };
}

/** The value of a cell; a blank has none. @example valueOf(4) // 4 */
export function valueOf(cell: Cell): number | undefined {
  if (cell === null) return undefined;
  if (typeof cell === "number") return cell;
  return cell.value * (cell.unit?.size ?? 1);
}

/** A scalar that was given. */
export function scalar(cell: Cell): Given {
  return { shape: [], cells: [cell] };
}
