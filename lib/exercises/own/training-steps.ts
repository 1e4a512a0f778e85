import type { Step } from "@/lib/derivation";
import { solveNetwork } from "@/lib/network";
import { bytesOf } from "@/lib/tensor";
import { dot, equation, parentheses, phrase, sum, words } from "@/lib/tex";
import { networkSteps } from "../network-steps";
import { OPTIMISER_STATE, type TrainingQuestion, trainedNetwork, trainingKey } from "./training";

/** The working of what training keeps: the parameters, what goes with each of them, and the bytes. */
export function trainingSteps(question: TrainingQuestion): readonly Step[] {
  const network = trainedNetwork(question);
  const { params } = solveNetwork(network);
  const state = OPTIMISER_STATE[question.optimiser];
  const values = params * (2 + state);
  const bytes = trainingKey(question);
  const size = bytesOf(1, question.dtype);
  return [
    ...networkSteps(network, "params"),
    {
      rule: "training-values",
      line: equation(
        dot(params, parentheses(state === 0 ? sum(1, 1) : sum(1, 1, state))),
        phrase(values, words("values")),
      ),
      value: values,
      cells: [],
      facts: { state: STATE_WORDS[state] },
    },
    {
      rule: "memory-bytes",
      line: equation(dot(values, size), phrase(bytes, words("bytes"))),
      value: bytes,
      cells: [],
      facts: { dtype: question.dtype, size },
    },
  ];
}

const STATE_WORDS = {
  0: "the optimiser keeps nothing",
  1: "the optimiser keeps one value more",
  2: "the optimiser keeps two values more",
} as const;
