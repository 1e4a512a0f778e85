import { ExerciseError, type Variant, difficulty, questionToJson } from "@/lib/exercises";
import { type Complaint, SetError } from "../errors";
import type { Student } from "../roster/student";
import { base32, keyedHash } from "../seeds/hmac";
import { EVERYBODY, codesFor } from "../seeds/seed";
import type { SetSpec } from "../spec/spec";
import { type Draws, drawFor, seedOf } from "./draw";
import { type Slot, slotsOf } from "./slots";

/** Which draw each student has at each place. */
export interface Plan extends Draws {
  readonly slots: readonly Slot[];
  readonly students: readonly Student[];
  /** A sheet's code, student by student. */
  readonly codes: readonly string[];
  readonly copyAt: (slot: Slot, student: number) => number;
  /** The first problems as they were drawn, by their place and their student. */
  readonly kept: ReadonlyMap<string, Variant>;
}

/** So many are kept; any others are drawn again when they are asked for. */
const MOST_KEPT = 4096;

/** A problem as it was drawn, while the set is planned. */
export interface Drawn {
  readonly slot: Slot;
  /** The index of the student; 0 where all have the same. */
  readonly student: number;
  readonly variant: Variant;
  readonly difficulty: number;
  /** Whether it is the first of its kind: no student before has it. */
  readonly isNew: boolean;
}

/** After so many draws in a row that do not fit, a place has run out of problems. */
const MOST_COPIES = 60;

/**
 * Draws every problem of a set once, one at a time, so that whoever goes through it can show how far it is, look at
 * each, or stop. A problem is drawn anew where another student has it already and the set wants them distinct, and
 * where its difficulty lies outside the set's band (while others are to be had).
 *
 * @throws SetError where a place has no problems left, with how many it gave
 */
export function* planSet(
  spec: SetSpec,
  students: readonly Student[],
  secret: Uint8Array,
  mostCopies = MOST_COPIES,
): Generator<Drawn, Plan> {
  const draws: Draws = { secret, specSeed: spec.seed };
  const slots = slotsOf(spec);
  const copies = slots.map(({ isShared }) => new Uint16Array(isShared ? 1 : students.length));
  const wanted: Wanted = { signs: new Set(), band: spec.difficultyBand, mostCopies };
  const complaints: Complaint[] = [];
  const kept = new Map<string, Variant>();
  for (const slot of [...slots.filter(isForAll), ...slots.filter((one) => !isForAll(one))]) {
    const row = copies[slot.index] ?? new Uint16Array();
    for (let student = 0; student < row.length; student++) {
      const id = slot.isShared ? EVERYBODY : (students[student]?.id ?? "");
      const found = drawFitting(draws, slot, id, wanted);
      if (!found) {
        complaints.push(runOut(slot, student, row.length, mostCopies));
        break;
      }
      row[student] = found.copy;
      if (kept.size < MOST_KEPT) kept.set(placeOf(slot, id), found.variant);
      yield { slot, student, ...found };
    }
  }
  if (complaints.length > 0) throw new SetError(complaints);
  return {
    ...draws,
    slots,
    students,
    codes: codesFor(secret, spec.seed, students),
    copyAt: (slot, student) => copies[slot.index]?.[slot.isShared ? 0 : student] ?? 0,
    kept,
  };
}

function placeOf({ index }: Slot, id: string): string {
  return `${index} ${id}`;
}

/** The problem of a place and a student, as it was planned. */
export function variantAt(plan: Plan, slot: Slot, student: number): Variant {
  const id = idAt(plan, slot, student);
  return plan.kept.get(placeOf(slot, id)) ?? drawFor(plan, slot, id, plan.copyAt(slot, student));
}

/** Its seed, without drawing it. */
export function seedAt(plan: Plan, slot: Slot, student: number): string {
  return seedOf(plan, slot, idAt(plan, slot, student), plan.copyAt(slot, student));
}

function idAt({ students }: Plan, { isShared }: Slot, student: number): string {
  return isShared ? EVERYBODY : (students[student]?.id ?? "");
}

function isForAll(slot: Slot): boolean {
  return slot.isShared;
}

/** What a draw is held to; `signs` are those of the problems that were drawn before. */
interface Wanted {
  readonly signs: Set<string>;
  readonly band: number;
  readonly mostCopies: number;
}

type Found = Omit<Drawn, "slot" | "student"> & { readonly copy: number };

/** The first draw that is new and within the band; the first new one where none is. */
function drawFitting(
  draws: Draws,
  slot: Slot,
  id: string,
  { signs, band, mostCopies }: Wanted,
): Found | undefined {
  const isAsGiven = slot.spec.own !== undefined || slot.spec.pinned !== undefined;
  const mayRepeat = slot.isShared || !slot.spec.isDistinct;
  let outside: (Found & { readonly sign: string }) | undefined;
  for (let copy = 0; copy < (isAsGiven ? 1 : mostCopies); copy++) {
    const found = attempted(draws, slot, id, copy);
    if (!found) continue;
    const sign = signOf(found.variant);
    const isNew = !signs.has(sign);
    if (!isNew && !mayRepeat) continue;
    const isWithin = Math.abs(found.difficulty - slot.difficulty) <= band * slot.difficulty;
    if (isWithin || isAsGiven) {
      signs.add(sign);
      return { ...found, copy, isNew };
    }
    outside ??= { ...found, copy, isNew, sign };
  }
  if (outside) signs.add(outside.sign);
  return outside;
}

/** Undefined where a seed gives no problem: the next will. */
function attempted(draws: Draws, slot: Slot, id: string, copy: number) {
  try {
    const variant = drawFor(draws, slot, id, copy);
    return { variant, difficulty: difficulty(variant) };
  } catch (error) {
    if (error instanceof ExerciseError && error.code === "ERR_REDRAWN") return undefined;
    throw error;
  }
}

function runOut({ spec, index }: Slot, given: number, wanted: number, draws: number): Complaint {
  const { line, type, level, pinned } = spec;
  const where = `Question ${index + 1}, ${type} at level ${level},`;
  if (pinned !== undefined)
    return { line, message: `${where} has no problem of the seed "${pinned}".` };
  if (given === 0) {
    return {
      line,
      message: `${where} gave no problem in ${draws} draws under these conventions.`,
    };
  }
  return {
    line,
    message:
      `${where} gave ${given} different problems, then only repetitions in ${draws} draws; ` +
      `${wanted} students want one each. Take another level, or write distinct: false or same_for_all: true.`,
  };
}

const NO_SECRET = new Uint8Array(1);

/** A short sign by which equal problems are known: eighty bits of a hash, so that many take little room. */
function signOf({ question, ask }: Variant): string {
  return base32(keyedHash(NO_SECRET, [JSON.stringify(questionToJson(question)), ask]), 16);
}
