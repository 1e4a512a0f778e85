import { exerciseOf } from "@/lib/exercises";
import { expectedMinutes } from "../checks/minutes";
import { typicalDifficulty } from "../checks/typical";
import type { QuestionSpec, SetSpec } from "../spec/spec";
import type { SetQuestion } from "./document";

/** A place on every sheet: a question of the set, which takes as many places as it is asked times. */
export interface Slot {
  readonly spec: QuestionSpec;
  /** From 0, over the whole sheet. */
  readonly index: number;
  readonly minutes: number;
  /** The typical difficulty of the type at this level. */
  readonly difficulty: number;
  /** Whether everybody has the same problem there. */
  readonly isShared: boolean;
}

/** The places of a sheet in order. */
export function slotsOf({ questions, timeScale }: SetSpec): Slot[] {
  return questions
    .flatMap((spec) => {
      const difficulty = typicalDifficulty(spec);
      const minutes = spec.minutes ?? expectedMinutes(difficulty) * timeScale;
      return Array.from({ length: spec.count }, () => ({ spec, difficulty, minutes }));
    })
    .map((slot, index) => ({
      ...slot,
      index,
      isShared: hasOneProblem(slot.spec),
    }));
}

function hasOneProblem({ isSameForAll, pinned, own }: QuestionSpec): boolean {
  return isSameForAll || pinned !== undefined || own !== undefined;
}

/** How many problems a set draws for so many students: one for all where they share it. */
export function drawnCount({ questions }: SetSpec, students: number): number {
  return questions.reduce((sum, one) => sum + one.count * (hasOneProblem(one) ? 1 : students), 0);
}

/** How many problems stand on the sheets of so many students, each counted on every sheet. */
export function askedCount({ questions }: SetSpec, students: number): number {
  return questions.reduce((sum, one) => sum + one.count, 0) * students;
}

/** A place as the document tells of it. */
export function questionOf(
  { spec, index, minutes, isShared }: Slot,
  students: number,
): SetQuestion {
  return {
    number: index + 1,
    type: spec.type,
    title: spec.title ?? exerciseOf(spec.type).title,
    level: spec.level,
    points: spec.points,
    minutes,
    isSameForAll: isShared,
    isVoid: spec.isVoid,
    itemCount: isShared ? Math.min(1, students) : students,
  };
}
