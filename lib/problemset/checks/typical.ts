import { ExerciseError, difficulty, variantOf } from "@/lib/exercises";
import type { QuestionSpec } from "../spec/spec";

/** Draws with seeds that everybody knows, so that the result is that of the type and level, not of a set. */
const SAMPLES = 9;

/**
 * The median difficulty of a question's type at its level; of numbers by hand their own.
 *
 * @example typicalDifficulty(question) // 75.3, for conv-forward at level 3
 */
export function typicalDifficulty({ type: id, level, conventions, own }: QuestionSpec): number {
  if (own) return difficulty(own);
  const found: number[] = [];
  for (let seed = 1; seed <= SAMPLES; seed++) {
    try {
      found.push(difficulty(variantOf({ id, level, conventions, seed: String(seed) })));
    } catch (error) {
      if (!(error instanceof ExerciseError) || error.code !== "ERR_REDRAWN") throw error;
    }
  }
  return median(found);
}

/** The middle of some numbers, 0 of none. @example median([3, 1, 2]) // 2 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = 0, high = 0] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}
