import { connections } from "@/lib/derivation";
import type { Question } from "@/lib/question";
import { KernelError, type Tensor, valueAt } from "@/lib/tensor";

/**
 * The products that make one cell of a convolution's output, in reading order of the window; those
 * with the padding are 0.
 *
 * @throws KernelError ERR_INPUT where the question has no values
 * @example productsOf(question, [0, 1]) // [2, 0, 0, -6]
 */
export function productsOf(question: Question, at: readonly number[]): number[] {
  const x = withValues(question, "x");
  const w = withValues(question, "w");
  return connections(question)("y", at).map(({ input, weight, inside }) =>
    inside && weight ? valueAt(x, input) * valueAt(w, weight) : 0,
  );
}

function withValues(question: Question, name: "x" | "w"): Tensor {
  const operand = question.inputs[name];
  if (operand?.data) return operand;
  throw new KernelError("ERR_INPUT", `The slip needs the values of ${name}, not its shape alone.`);
}
