import { type Layer, type NetworkQuestion, solveNetwork } from "@/lib/network";
import type { Conventions } from "@/lib/question";
import type { Prediction } from "../prediction";
import { wrongCounts } from "./count-slips";

/** Two ways to do the same to one input: what does the one cost, measured by the other? */
export interface CompareQuestion {
  readonly op: "compare";
  readonly count: "params" | "macs";
  /** left ÷ right, or left − right. */
  readonly by: "ratio" | "difference";
  readonly left: readonly Layer[];
  readonly right: readonly Layer[];
  /** N×C×H×W. */
  readonly inputs: { readonly x: { readonly shape: readonly number[] } };
  readonly conventions: Conventions;
}

export type CompareSide = "left" | "right";

/** One side as a network of its own. */
export function sideOf(question: CompareQuestion, side: CompareSide): NetworkQuestion {
  const { inputs } = question;
  const conventions = { ...question.conventions, layout: "nchw" as const };
  return { op: "network", layers: question[side], inputs, conventions, dtype: "float32" };
}

/** What one side costs. @throws KernelError where its layers do not hold together */
export function costOf(question: CompareQuestion, side: CompareSide): number {
  return solveNetwork(sideOf(question, side))[question.count];
}

/** left ÷ right, or left − right. @throws KernelError where the layers do not hold together */
export function compareKey(question: CompareQuestion): number {
  return compared(question, costOf(question, "left"), costOf(question, "right"));
}

/** What each mistake makes of it: made on both sides, then on one alone. */
export function compareSlips(question: CompareQuestion): readonly Prediction[] {
  const [left, right] = [costOf(question, "left"), costOf(question, "right")];
  const wrong = {
    left: wrongCounts(sideOf(question, "left"), question.count),
    right: wrongCounts(sideOf(question, "right"), question.count),
  };
  const both = wrong.left.flatMap(({ mistake, value }) => {
    const other = wrong.right.find((one) => one.mistake === mistake);
    return other ? [{ mistake, answer: compared(question, value, other.value) }] : [];
  });
  return [
    ...both,
    ...wrong.left.map(({ mistake, value }) => ({
      mistake,
      answer: compared(question, value, right),
    })),
    ...wrong.right.map(({ mistake, value }) => ({
      mistake,
      answer: compared(question, left, value),
    })),
  ];
}

function compared({ by }: CompareQuestion, left: number, right: number): number {
  return by === "ratio" ? left / right : left - right;
}
