import type { TensorName } from "@/lib/derivation";
import type { Ask, InputName, Operand, Question, Solution } from "@/lib/question";

/** The tensor of a question that a picture calls by this name; undefined where it has none. */
export function tensorNamed(
  question: Question,
  solution: Solution,
  name: TensorName,
): Operand | undefined {
  if (name === "y") return solution.y ?? shapeOnly(solution.shapes["y"]);
  if (name === "indices") return solution.indices ?? question.inputs.indices;
  if (name === "dy") return question.dy ?? onesLike(solution.y) ?? shapeOnly(solution.shapes["y"]);
  if (isGradient(name)) {
    const of = inputOf(name);
    return solution.grads?.[of] ?? shapeOnly(solution.shapes[`grads.${of}`]);
  }
  return question.inputs[name];
}

/** The tensor that an ask is about. @example askedTensor("grads.w") // "dw" */
export function askedTensor(ask: string): TensorName | undefined {
  if (ask === "y" || ask === "indices") return ask;
  return TENSOR_OF_GRADIENT[ask];
}

const TENSOR_OF_GRADIENT: Readonly<Record<string, TensorName>> = {
  "grads.x": "dx",
  "grads.w": "dw",
  "grads.b": "db",
  "grads.gamma": "dgamma",
  "grads.beta": "dbeta",
};

/** What a question asks for that comes out in this tensor; undefined where it is given. */
export function askFor(tensor: TensorName): Ask | undefined {
  if (tensor === "y") return tensor;
  return isGradient(tensor) ? `grads.${inputOf(tensor)}` : undefined;
}

type GradientName = "dx" | "dw" | "db" | "dgamma" | "dbeta";

function isGradient(name: TensorName): name is GradientName {
  return Object.values(TENSOR_OF_GRADIENT).includes(name);
}

function inputOf(name: GradientName): InputName {
  const inputs = { dx: "x", dw: "w", db: "b", dgamma: "gamma", dbeta: "beta" } as const;
  return inputs[name];
}

/** The gradient that arrives where none is given. */
function onesLike(y: Solution["y"]): Operand | undefined {
  return y && { shape: y.shape, data: new Float64Array(y.data.length).fill(1) };
}

function shapeOnly(shape: readonly number[] | undefined): Operand | undefined {
  return shape && { shape };
}
