import {
  type AnswerJson,
  type Exercise,
  type Level,
  LEVELS,
  type Problem,
  type Variant,
  generate,
  variantOf,
} from "@/lib/exercises";

/** Problems of a type, the same in every run: some of each level. */
export function variantsOf({ id }: Exercise, each = 6): Variant[] {
  return LEVELS.flatMap((level) => variantsAt(id, level, each));
}

/** Problems of a type at one level. */
export function variantsAt(id: string, level: Level, count: number): Variant[] {
  return seeds(count).map((seed) => variantOf({ id, seed, level }));
}

/** Problems of a type as JSON, some of each level. */
export function problemsOf({ id }: Exercise, each = 6): Problem[] {
  return LEVELS.flatMap((level) => seeds(each).map((seed) => generate({ id, seed, level })));
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
