import { type NetworkQuestion, networkToJson, solveNetwork } from "@/lib/network";
import { parseNetworkQuestion } from "@/lib/network/schema";
import { type Question, solutionToJson, solve } from "@/lib/question";
import { parseQuestion } from "@/lib/question/schema";
import { type Answer, attempt } from "./attempt";
import { isChainJson, solveChain } from "./chain";
import { chainSteps, stepsOf } from "./steps";

export interface SolveOptions {
  readonly steps: boolean;
}

/** The answer to a question that has been parsed: its solution, or an error object. */
export function answerJson(json: unknown, options: SolveOptions): Answer {
  return attempt(() => answerTo(json, options));
}

/** A layer's question or a network's. @throws KernelError that says what was read and what would fit */
export function questionFromJson(json: unknown): Question | NetworkQuestion {
  return isNetwork(json) ? parseNetworkQuestion(json) : parseQuestion(json);
}

function answerTo(json: unknown, options: SolveOptions): unknown {
  if (isChainJson(json)) return solvedChain(json, options);
  const question = questionFromJson(json);
  const solution =
    question.op === "network"
      ? networkToJson(solveNetwork(question))
      : solutionToJson(solve(question));
  return { ...solution, ...worked(question, options) };
}

function solvedChain(json: unknown, { steps }: SolveOptions): unknown {
  return { ...solveChain(json), ...(steps ? { steps: chainSteps(json) } : {}) };
}

function isNetwork(json: unknown): boolean {
  return typeof json === "object" && json !== null && "op" in json && json.op === "network";
}

function worked(question: Question | NetworkQuestion, { steps }: SolveOptions) {
  return steps ? { steps: stepsOf(question) } : {};
}
