import { base32, keyedHash } from "./hmac";

/** What decides a seed beside the secret. */
export interface SeedParts {
  readonly specSeed: string;
  /** The version of the type of exercise. */
  readonly version: number;
  /** A student's, or `EVERYBODY`. */
  readonly student: string;
  /** Counted from 0 on the sheet. */
  readonly questionIndex: number;
  /** How often it was drawn anew, so that no two students have the same problem. */
  readonly copy: number;
}

/** In place of a student's id where all have the same problem; no roster's id is empty. */
export const EVERYBODY = "";

/** Eighty bits: nobody guesses a seed, and it still fits on a line. */
const SEED_DIGITS = 16;

/**
 * The seed of a student's question: without the secret nobody can make it, or tell one from another.
 *
 * @example seedFor(secret, { specSeed: "1", version: 1, student: "ada", questionIndex: 0, copy: 0 }).length // 16
 */
export function seedFor(
  secret: Uint8Array,
  { specSeed, version, student, questionIndex, copy }: SeedParts,
): string {
  return base32(keyedHash(secret, [specSeed, version, student, questionIndex, copy]), SEED_DIGITS);
}

/** A sheet's code: forty bits, as "K7QF-2M9X". */
function codeFor(secret: Uint8Array, specSeed: string, student: string, copy: number): string {
  const digits = base32(keyedHash(secret, ["sheet", specSeed, student, copy]), 8);
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** A code for each student, in their order; one that is taken already is drawn anew. */
export function codesFor(
  secret: Uint8Array,
  specSeed: string,
  students: readonly { readonly id: string }[],
): string[] {
  const taken = new Set<string>();
  return students.map(({ id }) => {
    let copy = 0;
    let code = codeFor(secret, specSeed, id, copy);
    while (taken.has(code)) code = codeFor(secret, specSeed, id, ++copy);
    taken.add(code);
    return code;
  });
}
