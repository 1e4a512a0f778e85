import { type NetworkQuestion, networkToJson, solveNetwork } from "@/lib/network";
import { parseNetworkQuestion } from "@/lib/network/schema";
import { type Question, solutionToJson, solve } from "@/lib/question";
import { parseQuestion } from "@/lib/question/schema";
import { KernelError } from "@/lib/tensor";
import { stepsOf } from "./steps";

/** One line of output, and whether it is an error. */
export interface Answer {
  readonly text: string;
  readonly failed: boolean;
}

export interface SolveOptions {
  readonly steps: boolean;
}

/** The answer to a question in JSON text: its solution, or an error object. */
export function answerText(text: string, options: SolveOptions): Answer {
  return attempt(() => answerTo(parseJson(text), options));
}

/** The answer to a question that has been parsed. */
export function answerJson(json: unknown, options: SolveOptions): Answer {
  return attempt(() => answerTo(json, options));
}

/** JSON, or a sentence that says where reading stopped. @throws KernelError ERR_INPUT */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new KernelError("ERR_INPUT", `This is not JSON: ${why}.`);
  }
}

function answerTo(json: unknown, options: SolveOptions): unknown {
  if (isNetwork(json)) {
    const question = parseNetworkQuestion(json);
    return { ...networkToJson(solveNetwork(question)), ...worked(question, options) };
  }
  const question = parseQuestion(json);
  return { ...solutionToJson(solve(question)), ...worked(question, options) };
}

function isNetwork(json: unknown): boolean {
  return typeof json === "object" && json !== null && "op" in json && json.op === "network";
}

function worked(question: Question | NetworkQuestion, { steps }: SolveOptions) {
  return steps ? { steps: stepsOf(question) } : {};
}

function attempt(answer: () => unknown): Answer {
  try {
    return { text: JSON.stringify(answer()), failed: false };
  } catch (error) {
    return { text: JSON.stringify({ error: errorObject(error) }), failed: true };
  }
}

function errorObject(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof KernelError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  // Node says "Invalid string length" or "Array buffer allocation failed" where memory runs out.
  if (error instanceof RangeError) {
    return { code: "ERR_MEMORY", message: `The answer does not fit into memory: ${message}.` };
  }
  return { code: "ERR_INTERNAL", message: `This should not happen: ${message}` };
}
