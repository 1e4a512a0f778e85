import type { RuleId } from "@/lib/derivation";
import type { MistakeId } from "@/lib/mistakes";
import type { Conventions } from "@/lib/question";
import type { Asked, AskedDraft } from "./asked";
import type { Key } from "./key";
import type { Random } from "./random";
import type { Prediction } from "./prediction";
import type { Paragraph } from "./statement";

/** What exercises are about, in the order in which one would learn them. */
export const TOPICS = {
  sizes: "Sizes and shapes",
  counts: "Parameters, operations and memory",
  convolution: "Convolution, forward",
  pooling: "Pooling",
  activations: "Activations and losses",
  transposed: "Transposed convolution",
  gradients: "Gradients of a convolution",
  networks: "Whole networks",
} as const;
export type Topic = keyof typeof TOPICS;

/** From the first numbers to the hardest. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

/** What makes a level hard, by name: the largest value, sizes, channels, stride, padding, zeros … */
export type Controls = Readonly<Record<string, number | boolean | string>>;

/** A type of exercise as its file writes it. */
export interface ExerciseSpec<C extends Controls> {
  /** In kebab-case; it stands in links, so it stays. */
  readonly id: string;
  /** Goes up whenever a seed would give another question than before. */
  readonly version: number;
  readonly topic: Topic;
  readonly title: string;
  /** The deck's cards that it is a random form of. */
  readonly cards?: readonly number[];
  /** The rule of the working that it tests. */
  readonly rule: RuleId;
  /** The mistakes that every one of its problems tells apart. */
  readonly mistakes: readonly MistakeId[];
  /** Level 1 to level 5. */
  readonly levels: readonly [C, C, C, C, C];
  readonly sample: (random: Random, controls: C, conventions: Conventions) => AskedDraft;
  readonly statement: (asked: Asked) => readonly Paragraph[];
  /** Turns away draws that would teach nothing, beyond those whose key is all alike. */
  readonly accepts?: (asked: Asked, key: Key) => boolean;
  /** The wrong answers, where the question is of a kind for which no mistakes are known elsewhere. */
  readonly slips?: (asked: Asked, key: Key) => readonly Prediction[];
}

/** A type of exercise as everything else sees it. */
export interface Exercise extends Omit<ExerciseSpec<Controls>, "levels" | "sample"> {
  readonly levels: readonly Controls[];
  readonly sample: (random: Random, level: Level, conventions: Conventions) => AskedDraft;
}

/** A type of exercise from its specification: a level becomes its controls. */
export function defineExercise<C extends Controls>(spec: ExerciseSpec<C>): Exercise {
  return {
    ...spec,
    sample: (random, level, conventions) =>
      spec.sample(random, spec.levels[level - 1] ?? spec.levels[4], conventions),
  };
}

/** Whether a number is a level. @example isLevel(6) // false */
export function isLevel(value: number): value is Level {
  return LEVELS.some((level) => level === value);
}
