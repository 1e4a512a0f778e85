import type { Arrangement } from "@/content";
import type { TensorName } from "@/lib/derivation";
import type { Ask, Op, Question } from "@/lib/question";

/** How the tensors of a question stand side by side, where a page says nothing of it. */
export function defaultArrangement(question: Question, asks: readonly Ask[]): Arrangement {
  if (asks.includes("grads.w")) return weightGradient(question);
  if (asks.includes("grads.x")) return inputGradient(question);
  if (asks.includes("grads.b")) return ["dy", "→", "db"];
  const { op, inputs } = question;
  if (op === "conv_transpose2d") return ["x", "·", "w", "→", "y"];
  if (!inputs.w) return ["x", ...besideInput(question), "→", "y"];
  const sign = op === "linear" ? "·" : "⋆";
  return inputs.b ? ["x", sign, "w", "+", "b", "=", "y"] : ["x", sign, "w", "=", "y"];
}

function weightGradient({ op }: Question): Arrangement {
  if (op === "linear") return ["dy", "·", "x", "→", "dw"];
  // A transposed convolution slides its input over what it gives.
  return op === "conv_transpose2d" ? ["dy", "⋆", "x", "=", "dw"] : ["x", "⋆", "dy", "=", "dw"];
}

/** The input stands beside the gradient where its values decide what passes. */
function inputGradient(question: Question): Arrangement {
  const { op, inputs, dy } = question;
  if (inputs.w) return ["dy", "·", "w", "→", "dx"];
  const given: Arrangement = LINEAR_OPS.includes(op) ? [] : ["x", ...besideInput(question)];
  const isLoss = inputs.target !== undefined && dy === undefined;
  return isLoss ? [...given, "→", "dx"] : [...given, "dy", "→", "dx"];
}

/** What they pass back does not depend on their input. */
const LINEAR_OPS: readonly Op[] = ["avg_pool2d", "global_avg_pool2d", "adaptive_avg_pool2d"];

const BESIDE = ["target", "indices", "gamma", "beta"] as const satisfies readonly TensorName[];

function besideInput({ inputs }: Question): TensorName[] {
  return BESIDE.filter((name) => inputs[name] !== undefined);
}
