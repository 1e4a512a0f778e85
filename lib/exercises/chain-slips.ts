import type { NetworkQuestion } from "@/lib/network";
import { type Operand, type Question, solve } from "@/lib/question";
import { type Tensor, zeros } from "@/lib/tensor";
import type { AnyQuestion } from "./asked";
import type { Prediction } from "./prediction";

/** What goes wrong on the way back through ReLU to a kernel: no mask, or one taken from the gradient. */
export function chainSlips(question: AnyQuestion): readonly Prediction[] {
  if (question.op !== "network" || !question.dy?.data) return [];
  const { dy } = question;
  const { data } = dy;
  if (!data) return [];
  const masked: Operand = { shape: dy.shape, data: data.map((value) => Math.max(value, 0)) };
  return [
    { mistake: "FACTOR_FORGOTTEN", answer: kernelGradient(question, dy) },
    { mistake: "MASK_FROM_GRADIENT", answer: kernelGradient(question, masked) },
  ];
}

/** ∂L/∂K of the convolution by itself, for this gradient at its output. */
function kernelGradient(network: NetworkQuestion, dy: Operand): Tensor {
  const { x, "conv1.w": w } = network.inputs;
  if (!x || !w) return zeros([]);
  const { conventions, dtype } = network;
  const question: Question = { op: "conv2d", params: {}, inputs: { x, w }, dy, conventions, dtype };
  return solve(question).grads?.w ?? zeros([]);
}
