import { expectedMinutes } from "../checks/minutes";
import type { QuestionSpec, SetSpec } from "../spec/spec";
import type { SetQuestion } from "./document";
import { exerciseOf } from "@/lib/exercises";

/** A place on every sheet: a question of the set, which takes as many places as it is asked times. */
export interface Slot {
  readonly spec: QuestionSpec;
  /** From 0, over the whole sheet. */
  readonly index: number;
  readonly minutes: number;
  /** Whether everybody has the same problem there. */
  readonly isShared: boolean;
}

/** The places of a sheet in order. */
export function slotsOf({ questions, timeScale }: SetSpec): Slot[] {
  return questions
    .flatMap((spec) => Array.from({ length: spec.count }, () => spec))
    .map((spec, index) => ({
      spec,
      index,
      minutes: expectedMinutes(spec) * timeScale,
      isShared: spec.isSameForAll || spec.pinned !== undefined || spec.own !== undefined,
    }));
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
