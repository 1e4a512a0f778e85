import { type Tensor, KernelError } from "@/lib/tensor";
import type { Question } from "../question";
import { showShape } from "../sizes";
import { shapeOf, tensorOf } from "./operands";

/**
 * The weights' shape at rank 4: rank 2 is one kernel on one channel, rank 3 one filter (for a
 * transposed convolution: one output channel) over all input channels.
 *
 * @throws KernelError ERR_SHAPE for any other rank
 */
export function weightShape(question: Question): readonly number[] {
  const shape = shapeOf(question, "w");
  if (shape.length === 4) return shape;
  if (shape.length === 2) return [1, 1, ...shape];
  const [inChannels = 0, height = 0, width = 0] = shape;
  if (shape.length === 3) {
    return question.op === "conv_transpose2d"
      ? [inChannels, 1, height, width]
      : [1, inChannels, height, width];
  }
  const form =
    question.op === "conv_transpose2d" ? "Cin×Cout/groups×kH×kW" : "Cout×Cin/groups×kH×kW";
  throw new KernelError(
    "ERR_SHAPE",
    `w has the shape ${showShape(shape)} of rank ${shape.length}; weights are written as kH×kW, Cin×kH×kW or ${form}.`,
  );
}

/** The weights at rank 4, rotated where the question means true convolution. */
export function liftWeights(question: Question): Tensor {
  return asApplied(question, { shape: weightShape(question), data: tensorOf(question, "w").data });
}

/** A gradient for the weights as applied, as one for the weights as the question has them. */
export function lowerWeights(question: Question, gradient: Tensor): Tensor {
  return { shape: shapeOf(question, "w"), data: asApplied(question, gradient).data };
}

/** Rotating by 180° undoes itself, so it serves both ways. */
function asApplied(question: Question, weights: Tensor): Tensor {
  return question.conventions.operation === "convolution" ? rotated(weights) : weights;
}

/** Every kH×kW kernel rotated by 180°. */
function rotated(weights: Tensor): Tensor {
  const size = (weights.shape[2] ?? 1) * (weights.shape[3] ?? 1);
  const data = weights.data.slice();
  for (let start = 0; start < data.length; start += size)
    data.subarray(start, start + size).reverse();
  return { shape: weights.shape, data };
}
