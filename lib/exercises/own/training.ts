import { type Layer, type NetworkQuestion, solveNetwork } from "@/lib/network";
import type { Conventions, Dtype } from "@/lib/question";
import { bytesOf } from "@/lib/tensor";
import type { Prediction } from "../prediction";
import { wrongCounts } from "./count-slips";

/** What an optimiser keeps for each parameter: nothing, a velocity, or two moments. */
export const OPTIMISER_STATE = { sgd: 0, momentum: 1, adam: 2 } as const;
export type Optimiser = keyof typeof OPTIMISER_STATE;

/** The memory of a network's parameters while they are trained. */
export interface TrainingQuestion {
  readonly op: "training";
  readonly optimiser: Optimiser;
  readonly layers: readonly Layer[];
  /** N×C×H×W. */
  readonly inputs: { readonly x: { readonly shape: readonly number[] } };
  readonly dtype: Dtype;
  readonly conventions: Conventions;
}

/** The network by itself. */
export function trainedNetwork(question: TrainingQuestion): NetworkQuestion {
  const { layers, inputs, dtype } = question;
  const conventions = { ...question.conventions, layout: "nchw" as const };
  return { op: "network", layers, inputs, dtype, conventions };
}

/** How many values each parameter takes: itself, its gradient, and what the optimiser keeps. */
export function copiesIn({ optimiser }: TrainingQuestion): number {
  return 2 + OPTIMISER_STATE[optimiser];
}

/** Parameters times copies times bytes. @throws KernelError where the layers do not hold together */
export function trainingKey(question: TrainingQuestion): number {
  const { params } = solveNetwork(trainedNetwork(question));
  return bytesOf(params * copiesIn(question), question.dtype);
}

/** Mistakes in the parameters, in what is kept of each, and in its bytes. */
export function trainingSlips(question: TrainingQuestion): readonly Prediction[] {
  const { params } = solveNetwork(trainedNetwork(question));
  const copies = copiesIn(question);
  const each = bytesOf(copies, question.dtype);
  const bytes = bytesOf(1, question.dtype);
  return [
    { mistake: "FACTOR_FORGOTTEN", answer: params * bytes },
    { mistake: "FACTOR_FORGOTTEN", answer: params * (copies - 1) * bytes },
    { mistake: "FACTOR_FORGOTTEN", answer: params * 2 * bytes },
    { mistake: "VALUES_FOR_BYTES", answer: params * copies },
    { mistake: "BITS_FOR_BYTES", answer: params * each * 8 },
    ...wrongCounts(trainedNetwork(question), "params").map(({ mistake, value }) => ({
      mistake,
      answer: value * each,
    })),
  ];
}
