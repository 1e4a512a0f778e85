import {
  type Asked,
  type Variant,
  exerciseOf,
  predict,
  solveAsked,
  variantOf,
} from "@/lib/exercises";
import { KernelError } from "@/lib/tensor";
import { EVERYBODY, seedFor } from "../seeds/seed";
import type { QuestionSpec } from "../spec/spec";
import type { Slot } from "./slots";

/** What the draws of a set have in common. */
export interface Draws {
  readonly secret: Uint8Array;
  readonly specSeed: string;
}

/**
 * The problem of a place for a student, drawn for the `copy`-th time.
 *
 * @throws ExerciseError ERR_REDRAWN where this draw gives none
 */
export function drawFor(draws: Draws, slot: Slot, student: string, copy: number): Variant {
  const { spec } = slot;
  if (spec.own) return byHand(spec, spec.own);
  const { type: id, version, level, conventions } = spec;
  return variantOf({ id, version, level, conventions, seed: seedOf(draws, slot, student, copy) });
}

/** The seed of that draw; empty where the numbers are chosen by hand. */
export function seedOf(
  { secret, specSeed }: Draws,
  { spec, index, isShared }: Slot,
  student: string,
  copy: number,
): string {
  if (spec.own) return "";
  const of = isShared ? EVERYBODY : student;
  const { version, pinned } = spec;
  return pinned ?? seedFor(secret, { specSeed, version, student: of, questionIndex: index, copy });
}

/**
 * A question with numbers of one's own, worked out as a drawn one is.
 *
 * @throws KernelError where it does not hold together, or has no such answer
 */
function byHand({ type, level, conventions }: QuestionSpec, asked: Asked): Variant {
  const exercise = exerciseOf(type);
  const solved = solveAsked(asked);
  if (!solved) throw new KernelError("ERR_INPUT", "The question has no answer.");
  const { key } = solved;
  const predictions = predict(asked, key, exercise.slips?.(asked, key));
  return { exercise, seed: "", level, conventions, ...asked, ...solved, predictions, draws: 0 };
}
