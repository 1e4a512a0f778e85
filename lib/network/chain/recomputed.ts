import { type Question, forward, solve } from "@/lib/question";
import { KernelError, type Tensor } from "@/lib/tensor";
import { specOf } from "../spec-of";
import type { ChainValue } from "./question";

/** What a value of the chain reads: the x that arrives at its layer, and ∂L/∂y of the layer's output. */
export interface Reads {
  readonly x?: Tensor | undefined;
  readonly dy?: Tensor | undefined;
}

/**
 * The question of a value with another x or dy in the place of the chain's own.
 *
 * @example questionGiven(value, { x: mine })?.inputs.x // mine
 */
export function questionGiven({ question }: ChainValue, { x, dy }: Reads): Question | undefined {
  if (!question) return undefined;
  return {
    ...question,
    inputs: { ...question.inputs, ...(x ? { x } : {}) },
    ...(dy ? { dy } : {}),
  };
}

/**
 * A value worked out again from what it reads, the reader's own earlier values for example.
 *
 * @throws KernelError where what it reads does not fit
 * @example recomputed(value, { x: mine }).data
 */
export function recomputed(value: ChainValue, reads: Reads): Tensor {
  const question = questionGiven(value, reads);
  const result = question ? resultOf(question, value.ask) : mapped(value, reads);
  return { shape: result.shape, data: result.data.map((one) => one * value.factor) };
}

function resultOf(question: Question, ask: string): Tensor {
  if (ask === "y") return forward(question).y;
  const found = Object.entries(solve(question).grads ?? {}).find(
    ([name]) => ask === `grads.${name}`,
  );
  if (found?.[1]) return found[1];
  throw new KernelError("ERR_INPUT", `${question.op} has no ${ask}, or lacks the values it takes.`);
}

/** A layer that is no operation of its own: value by value. */
function mapped({ layer, tensor, direction }: ChainValue, { x, dy }: Reads): Tensor {
  const map = layer && specOf(layer.name).map;
  if (!map || !x) return tensor;
  const y = map.forward(x, layer);
  if (direction === "forward") return { shape: tensor.shape, data: y };
  const slope = (at: number) => map.slope(x.data[at] ?? Number.NaN, y[at] ?? Number.NaN, layer);
  return { shape: tensor.shape, data: (dy?.data ?? y).map((g, at) => g * slope(at)) };
}
