import { type InputName, type Question, INPUT_NAMES } from "@/lib/question";
import { KernelError, type Tensor, sizeOf } from "@/lib/tensor";
import { solutionOf } from "./solution";
import type { TensorAsk } from "./working";

/** A tensor that the question gives with its values. @throws KernelError ERR_INPUT where it does not */
export function givenTensor(question: Question, name: InputName): Tensor {
  const operand = question.inputs[name];
  if (!operand?.data) {
    throw new KernelError(
      "ERR_INPUT",
      operand
        ? `Of ${name} only the shape [${operand.shape.join(", ")}] is given; its values are needed to work this out.`
        : `${question.op} needs the input ${name}, which is not given.`,
    );
  }
  return operand;
}

/** The shape of an input, with or without its values. @throws KernelError ERR_INPUT where it is absent */
export function givenShape(question: Question, name: InputName): readonly number[] {
  const operand = question.inputs[name];
  if (!operand) {
    throw new KernelError(
      "ERR_INPUT",
      `${question.op} needs the input ${name}, which is not given.`,
    );
  }
  return operand.shape;
}

/** What the kernel computes. @throws KernelError ERR_INPUT where the question has no such tensor */
export function computed(question: Question, ask: TensorAsk): Tensor {
  const found = valueOf(question, ask);
  if (!found) {
    throw new KernelError("ERR_INPUT", `${question.op} has no ${ask} to work out.`);
  }
  return found;
}

function valueOf(question: Question, ask: TensorAsk): Tensor | undefined {
  if (ask === "y") return solutionOf(question).y;
  if (ask === "indices") return solutionOf(question).indices;
  const name = INPUT_NAMES.find((input) => ask === `grads.${input}`);
  return name && solutionOf(question).grads?.[name];
}

/** ∂L/∂Y in the shape of y: the question's own, or ones where it gives none. */
export function outputGradient(question: Question, outputShape: readonly number[]): Tensor {
  if (question.dy?.data) return { shape: outputShape, data: question.dy.data };
  return { shape: outputShape, data: new Float64Array(sizeOf(outputShape)).fill(1) };
}

/** How a rule introduces G. @example "G is ∂L/∂Y, here 1 everywhere" */
export function gradientWords(question: Question): string {
  if (question.dy?.data) return "G is ∂L/∂Y";
  return question.op.endsWith("loss") || question.op === "cross_entropy"
    ? "G is ∂L/∂Y, here 1"
    : "G is ∂L/∂Y, here 1 everywhere";
}
