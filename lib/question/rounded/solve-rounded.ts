import { KernelError, type Tensor, zeros } from "@/lib/tensor";
import type { InputName, Op, Question } from "../question";
import { solve } from "../solve";
import { sameButLeadingOnes } from "../sizes";
import { batchNorm } from "./batch-norm";
import { meanSquaredError, relu } from "./cellwise";
import { gram } from "./gram";
import { monotone } from "./monotone";
import { maxPooling } from "./pooling";
import { type Range, isExact, rangeAround } from "./range";
import type { Given, Rule } from "./rule";
import { crossEntropy, softmax } from "./softmax";
import { weighted } from "./weighted";

/** How far the tensors of a question reach; those that are not named are exact. */
export type Ranges = Readonly<Partial<Record<InputName | "dy", Range>>>;

/** Half a unit of the last digit of every value; those tensors that are not named are exact. */
export type Radii = Readonly<Partial<Record<InputName | "dy", ArrayLike<number>>>>;

/** A result at the numbers as they are written, and the bounds between which it lies. */
export interface Rounded extends Range {
  readonly value: Tensor;
}

/** The results of a question with rounded numbers. */
export interface RoundedSolution {
  readonly y: Rounded;
  readonly grads: Readonly<Partial<Record<InputName, Rounded>>>;
}

const RULES: Readonly<Record<Op, Rule>> = {
  conv2d: weighted,
  conv_transpose2d: weighted,
  linear: weighted,
  max_pool2d: maxPooling,
  global_max_pool2d: maxPooling,
  adaptive_max_pool2d: maxPooling,
  avg_pool2d: monotone,
  global_avg_pool2d: monotone,
  adaptive_avg_pool2d: monotone,
  max_unpool2d: monotone,
  relu,
  softmax,
  cross_entropy: crossEntropy,
  mse_loss: meanSquaredError,
  batch_norm_train: batchNorm,
  gram,
};

/**
 * The results of a question of which some numbers are rounded: each cell with bounds that hold for whatever the numbers
 * were before, as long as they lie within the given ranges. Where all numbers are exact the bounds are the value.
 * Products and sums, pooling and the losses have the closest bounds there are; softmax's gradient and batch
 * normalisation's have bounds that are somewhat too wide. Targets and indices are taken as they are.
 *
 * @throws KernelError as `solve`; ERR_INPUT where a tensor has a shape and no data, ERR_MEMORY beyond the stated limits
 * @example solveRounded(questionFrom({ op: "relu", inputs: { x: [0.25] } }), { x: rangeAround(tensor([1], [0.25]), [0.005]) }).y.low // [0.245]
 */
export function solveRounded(question: Question, ranges: Ranges): RoundedSolution {
  const { y, grads = {} } = solve(question);
  if (!y) {
    throw new KernelError(
      "ERR_INPUT",
      "Bounds take values, but a tensor of the question has a shape and no data.",
    );
  }
  if (Object.values(ranges).every(isExact)) return { y: exactly(y), grads: mapped(grads, exactly) };
  const bounds = RULES[question.op](question, givenOf(question, ranges, y.shape));
  return {
    y: around(y, bounds.y),
    grads: mapped(grads, (gradient, name) => around(gradient, bounds.grads[name])),
  };
}

/**
 * The ranges of a question's tensors from their radii.
 *
 * @throws KernelError ERR_SHAPE or ERR_NUMBER
 * @example rangesFrom(question, { x: [0.005] }).x?.low // [0.245]
 */
export function rangesFrom(question: Question, radii: Radii): Ranges {
  const ranges: Partial<Record<InputName | "dy", Range>> = {};
  for (const name of RANGED) {
    const operand = name === "dy" ? question.dy : question.inputs[name];
    const radius = radii[name];
    if (operand?.data && radius) ranges[name] = rangeAround(operand, radius);
  }
  return ranges;
}

const RANGED = ["x", "w", "b", "gamma", "beta", "target", "dy"] as const;

function givenOf(question: Question, ranges: Ranges, outShape: readonly number[]): Given {
  return (name) => {
    const range = ranges[name];
    const operand = name === "dy" ? gradientOf(question, outShape) : question.inputs[name];
    if (!operand?.data) throw new KernelError("ERR_INPUT", `${name} has no values.`);
    if (!range) return rangeAround(operand);
    if (!sameButLeadingOnes(range.shape, operand.shape))
      throw new KernelError("ERR_SHAPE", `The bounds of ${name} have another shape than it.`);
    return { ...range, shape: operand.shape };
  };
}

/** dy in the shape of y; ones where there is none. */
function gradientOf({ dy }: Question, shape: readonly number[]): Tensor {
  if (dy?.data) return { shape, data: dy.data };
  const ones = zeros(shape);
  ones.data.fill(1);
  return ones;
}

function exactly(value: Tensor): Rounded {
  return { value, shape: value.shape, low: value.data, high: value.data };
}

/** What the arithmetic of float64 itself may disturb. */
const NOISE = 1e-12;

/** Bounds with room for the noise of their own computation; a cell without play is its value. */
function around(value: Tensor, bounds: Range | undefined): Rounded {
  if (!bounds) return exactly(value);
  const noise = value.data.map((one, at) => {
    const [low, high] = [bounds.low[at]!, bounds.high[at]!];
    const largest = Math.max(1, Math.abs(one), Math.abs(low), Math.abs(high));
    return high - low <= NOISE * largest ? 0 : NOISE * largest;
  });
  return {
    value,
    shape: value.shape,
    low: value.data.map((one, at) => (noise[at] === 0 ? one : bounds.low[at]! - noise[at]!)),
    high: value.data.map((one, at) => (noise[at] === 0 ? one : bounds.high[at]! + noise[at]!)),
  };
}

function mapped(
  grads: Readonly<Partial<Record<InputName, Tensor>>>,
  change: (gradient: Tensor, name: InputName) => Rounded,
): Partial<Record<InputName, Rounded>> {
  const results: Partial<Record<InputName, Rounded>> = {};
  for (const name of ["x", "w", "b", "gamma", "beta"] as const) {
    const gradient = grads[name];
    if (gradient) results[name] = change(gradient, name);
  }
  return results;
}
