import { type Tensor, KernelError } from "@/lib/tensor";
import type { InputName, Question } from "../question";
import { showShape, valuesIn } from "../sizes";

/** The shape of an input that the operation cannot do without. @throws KernelError ERR_INPUT */
export function shapeOf(question: Question, name: InputName): readonly number[] {
  return question.inputs[name]?.shape ?? missing(question, name);
}

/** An input with its values. @throws KernelError ERR_INPUT where it is missing or only a shape */
export function tensorOf(question: Question, name: InputName): Tensor {
  return optionalTensor(question, name) ?? missing(question, name);
}

/** An input with its values, or undefined where it is left out. */
export function optionalTensor(question: Question, name: InputName): Tensor | undefined {
  const operand = question.inputs[name];
  return operand?.data ? operand : undefined;
}

/**
 * The bias as the kernel takes it, one value for each of `channels`; a single number counts as one.
 *
 * @throws KernelError ERR_CHANNELS
 */
export function biasOf(question: Question, channels: number): Tensor | undefined {
  checkVector(question, "b", channels, "output channel");
  const bias = optionalTensor(question, "b");
  return bias && { shape: [channels], data: bias.data };
}

/** Checks that an optional vector has one value for each channel. @throws KernelError ERR_CHANNELS */
export function checkVector(
  question: Question,
  name: InputName,
  channels: number,
  each: string,
): void {
  const shape = question.inputs[name]?.shape;
  if (!shape || (shape.length <= 1 && valuesIn(shape) === channels)) return;
  throw new KernelError(
    "ERR_CHANNELS",
    `${name} has the shape ${showShape(shape)}, but it needs one value for each ${each}: the shape [${channels}].`,
  );
}

function missing(question: Question, name: InputName): never {
  throw new KernelError("ERR_INPUT", `${question.op} needs inputs.${name}, which is missing.`);
}
