import {
  type AnswerJson,
  type Exercise,
  type Level,
  LEVELS,
  type Problem,
  type Variant,
  problemFrom,
  variantOf,
} from "@/lib/exercises";

/** Problems of a type at one level. */
export function variantsAt(id: string, level: Level, count: number): Variant[] {
  return seeds(count).map((seed) => variantOf({ id, seed, level }));
}

/** A variant, and the problem that is written from it. */
export interface Sampled {
  readonly variant: Variant;
  readonly problem: Problem;
}

const SAMPLES = new Map<string, readonly Sampled[]>();

/** Six problems of each level of a type, the same in every run; made once. */
export function samplesOf({ id }: Exercise): readonly Sampled[] {
  const known = SAMPLES.get(id);
  if (known) return known;
  const samples = LEVELS.flatMap((level) => variantsAt(id, level, 6)).map((variant) => ({
    variant,
    problem: problemFrom(variant),
  }));
  SAMPLES.set(id, samples);
  return samples;
}

function seeds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `law ${index}`);
}

/** The numbers of an answer, a spotted error's line among them. */
export function numbersIn(answer: AnswerJson): readonly number[] {
  if (typeof answer === "number") return [answer];
  if ("data" in answer) return answer.data.map(Number);
  return "mistake" in answer ? answer.at : answer;
}

/** The middle of numbers in order. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
