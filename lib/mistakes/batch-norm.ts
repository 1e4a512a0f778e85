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
import { type Model, together } from "./model";

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
    if (ask === "y") return together(shape, () => output(setup));
    if (ask === "x") return together(shape, () => inputGradient(setup));
    return together([1, 1, 1, right.x.shape[1]], () => parameterGradient(setup, ask));
  };
  return { right, slips: batchNormSlips(question, right, ask), compute };
}
