/** What can be wrong with the five fields of a problem. */
export const EXERCISE_ERROR_CODES = [
  "ERR_EXERCISE", // no type of exercise has this id
  "ERR_VERSION", // a version that is no longer, or not yet, made
  "ERR_LEVEL", // a level other than 1 to 5
  "ERR_SEED", // a seed that is empty or longer than 200 characters
  "ERR_REDRAWN", // 200 draws gave no problem that tells the type's mistakes apart
] as const;
export type ExerciseErrorCode = (typeof EXERCISE_ERROR_CODES)[number];

/** A problem that cannot be made; the message says which one could be. */
export class ExerciseError extends Error {
  override readonly name = "ExerciseError";

  constructor(
    readonly code: ExerciseErrorCode,
    message: string,
  ) {
    super(message);
  }
}
