import { type Question, counts } from "@/lib/question";
import { gradientForInput } from "./gradient-for-input";
import { offByOne } from "./off-by-one";
import {
  biasForgotten,
  channelsForgotten,
  channelsForgottenAndOneBias,
  oneBias,
} from "./parameter-slips";
import { signSlip } from "./sign-slip";
import { termDropped } from "./term-dropped";

/** Where a slip happens: which cell, which product of its sum (0 is the first). */
export interface SlipPlace {
  readonly at: readonly number[];
  readonly term: number;
}

/** Slips by name, each a computation that predicts its own wrong number. */
const SLIPS = {
  "term-dropped": (question: Question, { at, term }: SlipPlace) => termDropped(question, at, term),
  "sign-slip": (question: Question, { at, term }: SlipPlace) => signSlip(question, at, term),
  "gradient-for-input": (question: Question, { at }: SlipPlace) => gradientForInput(question, at),
  "value-too-many": (question: Question) => offByOne(counts(question).memory["x"]?.values ?? 0),
  "bias-forgotten": (question: Question) => biasForgotten(weights(question)),
  "channels-forgotten": (question: Question) => channelsForgotten(weights(question)),
  "one-bias": (question: Question) => oneBias(weights(question)),
  "channels-forgotten-one-bias": (question: Question) =>
    channelsForgottenAndOneBias(weights(question)),
} satisfies Record<string, (question: Question, place: SlipPlace) => number>;

export type SlipName = keyof typeof SLIPS;

/**
 * The wrong number that a slip gives.
 *
 * @throws KernelError where the question lacks what the slip needs
 * @example predictSlip("term-dropped", question, { at: [0, 0], term: 0 }) // -5
 */
export function predictSlip(slip: SlipName, question: Question, place: SlipPlace): number {
  return SLIPS[slip](question, place);
}

function weights(question: Question): readonly number[] {
  return question.inputs.w?.shape ?? [];
}
