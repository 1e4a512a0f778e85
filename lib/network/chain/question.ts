import type { Operand, Question } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";
import type { Layer, NetworkQuestion } from "../network";

/** What a chain ends in: the mean, or the sum, of what each example (cross-entropy) or value (mse) adds to the loss. */
export interface ChainLoss {
  readonly name: "cross_entropy" | "mse_loss";
  readonly target: Tensor;
  readonly reduction: "mean" | "sum";
}

/** A chain of layers, with a loss at its end or a dy for the last output (ones where there is neither). */
export interface ChainQuestion extends NetworkQuestion {
  readonly loss?: ChainLoss;
  /** What is a shape only, or a weight that is left out, is drawn from it. */
  readonly seed?: number;
  /** How often backward() is called without zeroing: gradients of x and of the weights add up. Once unless said. */
  readonly backward?: number;
}

/** One value of a chain: an intermediate, the loss, or a gradient, with the question that gives it. */
export interface ChainValue {
  /** "conv1.y", "loss", "grads.linear1.y", "grads.conv1.w", "grads.x". */
  readonly key: string;
  readonly direction: "forward" | "backward";
  readonly tensor: Tensor;
  /** Absent where the layer is no operation of its own (Flatten, Sigmoid …), and of a gradient that is given. */
  readonly question?: Question;
  /** What to ask of `question`: "y", "grads.x", "grads.w" … */
  readonly ask: string;
  /** The value is so many times what the question gives: of a summed loss, whose question is its mean. */
  readonly factor: number;
  /** The values, by key, that stand in the question as x and dy; "x" is the network's input. */
  readonly reads: { readonly x?: string; readonly dy?: string };
  /** Absent for the loss. */
  readonly layer?: Layer;
}

/** Whether an operand has its values. */
export function isValued(operand: Operand | undefined): operand is Tensor {
  return operand?.data !== undefined;
}
