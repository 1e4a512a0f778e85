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

/** So many of the first variants of a type at one level are drawn once for all who look at them. */
const KEPT = 31;

/** What is kept is of one type, the last that was asked for: all of them together would fill the memory. */
let latest = "";
const VARIANTS = new Map<Level, readonly Variant[]>();
let samples: readonly Sampled[] | undefined;

/** Problems of a type at one level, the same in every run. */
export function variantsAt(id: string, level: Level, count: number): readonly Variant[] {
  turnTo(id);
  const kept = VARIANTS.get(level) ?? drawn(id, level, 0, KEPT);
  VARIANTS.set(level, kept);
  return count <= KEPT ? kept.slice(0, count) : [...kept, ...drawn(id, level, KEPT, count)];
}

function turnTo(id: string): void {
  if (id === latest) return;
  latest = id;
  VARIANTS.clear();
  samples = undefined;
}

function drawn(id: string, level: Level, from: number, to: number): Variant[] {
  return Array.from({ length: to - from }, (_, index) =>
    variantOf({ id, seed: `law ${from + index}`, level }),
  );
}

/** A variant, and the problem that is written from it. */
export interface Sampled {
  readonly variant: Variant;
  readonly problem: Problem;
}

/** Six problems of each level of a type, the same in every run; made once. */
export function samplesOf({ id }: Exercise): readonly Sampled[] {
  turnTo(id);
  return (samples ??= LEVELS.flatMap((level) => variantsAt(id, level, 6)).map((variant) => ({
    variant,
    problem: problemFrom(variant),
  })));
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
