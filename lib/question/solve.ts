import { KernelError, MAX_MACS, biasMacs, bytesOf, flopsOf } from "@/lib/tensor";
import { checkNames } from "./check-params";
import { checkOutputGradient, outputGradient } from "./gradient";
import type { Forward, Prepared } from "./ops/operation";
import { OPERATIONS } from "./ops/registry";
import { type Memory, type Question, type Solution, INPUT_NAMES } from "./question";
import { valuesIn } from "./sizes";

/** Inputs that the loss has no gradient for: they are indices or given answers. */
const WITHOUT_GRADIENT: readonly string[] = ["target", "indices"];

/** The inputs that are learned. */
const LEARNED: readonly string[] = ["w", "b", "gamma", "beta"];

/**
 * All that can be said of a question: the output, the gradients for its dy (ones where it has none), shapes and counts.
 * Where an operand is a shape alone, only shapes and counts. Weights keep PyTorch's layout under every convention.
 *
 * @throws KernelError where the question does not hold together; ERR_MEMORY beyond `MAX_MACS` products or `MAX_VALUES` values
 * @example solve(questionFrom({ op: "relu", inputs: { x: [[1, -2]] } })).y // 1×2: 1, 0
 */
export function solve(question: Question): Solution {
  const prepared = prepare(question);
  const sizes = countsOf(question, prepared);
  if (!hasValues(question)) return sizes;
  const { y, indices, gradients } = valuesOf(question, prepared);
  const grads = gradients(outputGradient(question, prepared));
  return { y, ...(indices ? { indices } : {}), grads, ...sizes };
}

/**
 * The shapes and counts of a question, whether or not it has values.
 *
 * @throws KernelError where the sizes do not hold together
 * @example counts(questionFrom({ op: "conv2d", inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] } } })).macs // 588000
 */
export function counts(question: Question): Solution {
  return countsOf(question, prepare(question));
}

/**
 * The output of a question, without its gradients.
 *
 * @throws KernelError as `solve`
 * @example forward(questionFrom({ op: "relu", inputs: { x: [[1, -2]] } })).y // 1×2: 1, 0
 */
export function forward(question: Question): Forward {
  return valuesOf(question, prepare(question));
}

function prepare(question: Question): Prepared {
  checkNames(question);
  const prepared = OPERATIONS[question.op].prepare(question);
  checkOutputGradient(question, prepared);
  return prepared;
}

function valuesOf(question: Question, prepared: Prepared): Forward {
  const work = Math.max(prepared.macs, prepared.work ?? 0);
  if (work > MAX_MACS) {
    throw new KernelError(
      "ERR_MEMORY",
      `${question.op} would take ${work} products here, more than the ${MAX_MACS} that one question may; ` +
        `give shapes without data to have it counted.`,
    );
  }
  return prepared.forward();
}

function hasValues(question: Question): boolean {
  const operands = [...Object.values(question.inputs), ...(question.dy ? [question.dy] : [])];
  return operands.every((operand) => operand.data !== undefined);
}

function countsOf(question: Question, prepared: Prepared): Solution {
  const macs = macsOf(question, prepared);
  return {
    shapes: shapesOf(question, prepared.outShape),
    params: parametersOf(question),
    macs,
    flops: flopsOf(macs),
    memory: memoryOf(question, prepared.outShape),
  };
}

function shapesOf(question: Question, outShape: readonly number[]): Solution["shapes"] {
  const shapes: Record<string, readonly number[]> = { y: outShape };
  const given = INPUT_NAMES.filter((name) => question.inputs[name]);
  for (const name of given) shapes[name] = question.inputs[name]?.shape ?? [];
  for (const name of given) {
    if (!WITHOUT_GRADIENT.includes(name)) shapes[`grads.${name}`] = shapes[name] ?? [];
  }
  return shapes;
}

function parametersOf(question: Question): number {
  let parameters = 0;
  for (const name of INPUT_NAMES) {
    const operand = question.inputs[name];
    if (operand && LEARNED.includes(name)) parameters += valuesIn(operand.shape);
  }
  return parameters;
}

function macsOf({ conventions, inputs }: Question, { macs, outShape }: Prepared): number {
  const biasCounts = conventions.macs === "with_bias" && inputs.b !== undefined;
  return biasCounts ? macs + biasMacs(outShape) : macs;
}

function memoryOf(question: Question, outShape: readonly number[]): Solution["memory"] {
  const memory: Record<string, Memory> = {};
  for (const name of INPUT_NAMES) {
    const operand = question.inputs[name];
    if (operand) memory[name] = memoryOfShape(operand.shape, question);
  }
  memory.y = memoryOfShape(outShape, question);
  return memory;
}

function memoryOfShape(shape: readonly number[], { dtype }: Question): Memory {
  const values = valuesIn(shape);
  return { values, bytes: bytesOf(values, dtype) };
}
