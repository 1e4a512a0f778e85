/** No set is made for more students; a longer roster is another kind of file. */
export const MOST_STUDENTS = 100_000;

/** A line of the roster. */
export interface Student {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Every other column by its heading, as it was written. */
  readonly columns: Readonly<Record<string, string>>;
  /** From the column large_print. */
  readonly isLargePrint: boolean;
  /** From the column time_factor: 1.5 where the student has half as long again. */
  readonly timeFactor: number;
}

/**
 * Students without a roster: their ids are "1", "2" …
 *
 * @example numberedStudents(2).map(({ id }) => id) // ["1", "2"]
 */
export function numberedStudents(count: number): Student[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    name: "",
    email: "",
    columns: {},
    isLargePrint: false,
    timeFactor: 1,
  }));
}
