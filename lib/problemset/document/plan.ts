import { ExerciseError, type Variant, questionToJson } from "@/lib/exercises";
import type { Student } from "../roster/student";
import { codesFor } from "../seeds/seed";
import { base32, keyedHash } from "../seeds/hmac";
import type { SetSpec } from "../spec/spec";
import { type Draws, drawFor } from "./draw";
import { type Slot, slotsOf } from "./slots";

/** Which draw each student has at each place. */
export interface Plan extends Draws {
  readonly slots: readonly Slot[];
  readonly students: readonly Student[];
  /** A sheet's code, student by student. */
  readonly codes: readonly string[];
  readonly copyAt: (slot: Slot, student: number) => number;
}

/** A problem as it was drawn, while the set is planned. */
export interface Drawn {
  readonly slot: Slot;
  /** The index of the student; 0 where all have the same. */
  readonly student: number;
  readonly variant: Variant;
  /** Whether another student has it too. */
  readonly isRepeated: boolean;
}

/** After so many draws that were there already, a place has run out of problems. */
const MOST_COPIES = 60;

/**
 * Draws every problem of a set once, one at a time, so that whoever goes through it can show how far it is, look at
 * each, or stop. A problem that another student has already is drawn anew where the set wants them distinct.
 *
 * @throws ExerciseError ERR_REDRAWN where a place has no problem at all; KernelError where one by hand does not hold together
 */
export function* planSet(
  spec: SetSpec,
  students: readonly Student[],
  secret: Uint8Array,
): Generator<Drawn, Plan> {
  const draws: Draws = { secret, specSeed: spec.seed };
  const slots = slotsOf(spec);
  const seen = new Set<string>();
  const copies: Uint16Array[] = slots.map(
    ({ isShared }) => new Uint16Array(isShared ? 1 : students.length),
  );
  const inOrder = [
    ...slots.filter(({ isShared }) => isShared),
    ...slots.filter(({ isShared }) => !isShared),
  ];
  for (const slot of inOrder) {
    const row = copies[slot.index] ?? new Uint16Array();
    for (let student = 0; student < row.length; student++) {
      const { copy, variant, isRepeated } = drawNew(draws, slot, students[student]?.id ?? "", seen);
      row[student] = copy;
      yield { slot, student, variant, isRepeated };
    }
  }
  return {
    ...draws,
    slots,
    students,
    codes: codesFor(secret, spec.seed, students),
    copyAt: ({ index, isShared }, student) => copies[index]?.[isShared ? 0 : student] ?? 0,
  };
}

/** The first draw that nobody has yet; the first of all where every one is taken, or where it does not matter. */
function drawNew(draws: Draws, slot: Slot, student: string, seen: Set<string>) {
  const isFree = slot.isShared || !slot.spec.isDistinct;
  let first: { readonly copy: number; readonly variant: Variant } | undefined;
  for (let copy = 0; copy < MOST_COPIES; copy++) {
    const variant = attempted(draws, slot, student, copy);
    if (!variant) continue;
    const sign = signOf(variant);
    const isRepeated = seen.has(sign);
    seen.add(sign);
    if (isFree || !isRepeated) return { copy, variant, isRepeated };
    first ??= { copy, variant };
  }
  if (first) return { ...first, isRepeated: true };
  throw new ExerciseError(
    "ERR_REDRAWN",
    `In ${MOST_COPIES} draws ${slot.spec.type} of level ${slot.spec.level} gave no problem under these conventions.`,
  );
}

/** Undefined where a seed gives no problem: the next will. */
function attempted(draws: Draws, slot: Slot, student: string, copy: number): Variant | undefined {
  try {
    return drawFor(draws, slot, student, copy);
  } catch (error) {
    const isDrawn = slot.spec.pinned === undefined && slot.spec.own === undefined;
    if (isDrawn && error instanceof ExerciseError && error.code === "ERR_REDRAWN") return undefined;
    throw error;
  }
}

const NO_SECRET = new Uint8Array(1);

/** A short sign by which equal problems are known: eighty bits of a hash, so that many take little room. */
function signOf({ question, ask }: Variant): string {
  return base32(keyedHash(NO_SECRET, [JSON.stringify(questionToJson(question)), ask]), 16);
}
