import type { Question } from "@/lib/question";
import { batchNormSlips } from "./batch-norm-slips";
import {
  type BatchNorm,
  inputGradient,
  output,
  parameterGradient,
  setupOf,
} from "./batch-norm-values";
import { shape4 } from "./image";
import { type Model, computed } from "./model";

/** What is asked of batch normalisation; undefined where a tensor has no values. */
export function batchNorm(
  question: Question,
  ask: "y" | "x" | "gamma" | "beta",
): Model<BatchNorm> | undefined {
  const right = setupOf(question);
  if (!right) return undefined;
  const rank = question.inputs.x?.shape.length;
  const shape = rank === 2 ? shape4(question.inputs.x?.shape ?? []) : right.x.shape;
  const compute = (setup: BatchNorm) => {
    if (ask === "y") return computed(shape, output(setup));
    if (ask === "x") return computed(shape, inputGradient(setup));
    return computed([1, 1, 1, right.x.shape[1]], parameterGradient(setup, ask));
  };
  return { right, slips: batchNormSlips(question, right, ask), compute };
}
