import { KernelError, type Tensor } from "@/lib/tensor";
import { outputGradient } from "../gradient";
import { OPERATIONS } from "../ops/registry";
import type { InputName, Question } from "../question";
import { solve } from "../solve";
import { valuesIn } from "../sizes";
import { type Quotient, quotientsOf } from "./quotients";
import { TWINS } from "./twins";

export type { Quotient } from "./quotients";

/** The most products that a proof takes: both algorithms and the differences are meant for tensors that are read. */
const MAX_PROOF_WORK = 20_000_000;

/** A value, worked out again. */
export interface Proof {
  /** The kernel's. */
  readonly value: Tensor;
  /** The second algorithm's. */
  readonly twin: Tensor;
  /** The largest difference between a cell of `value` and of `twin`. */
  readonly twinDistance: number;
  /** Of a gradient: the difference quotient of each cell, in row-major order. */
  readonly quotients?: readonly Quotient[];
  /** The largest difference between a gradient and its quotient, where the loss has a slope at all. */
  readonly quotientDistance?: number;
}

/**
 * A tensor of a question proved: the kernel's values beside a second algorithm's and, for a gradient, beside the
 * difference quotients (L(x + h) − L(x − h))/2h of L = Σ dy·y. Cells at which L has a kink (ReLU at 0, a tie for a
 * maximum) have no one slope: the quotient says so, and counts in no distance.
 *
 * @returns undefined where no tensor is asked (shapes, counts), or one without values
 * @throws KernelError as `solve`; ERR_MEMORY beyond `MAX_PROOF_WORK` products
 * @example proofOf(question, "grads.w")?.twinDistance // 0
 */
export function proofOf(question: Question, ask: string): Proof | undefined {
  const solution = solve(question);
  const outShape = solution.shapes.y ?? [];
  const name = gradientName(ask);
  const value = pick(solution, ask, name);
  if (!value) return undefined;
  const once = workOf(question, outShape);
  checkWork(name ? once * 4 * value.data.length : once);
  const made = TWINS[question.op](question, outShape);
  const dy = outputGradient(question, OPERATIONS[question.op].prepare(question));
  const twin = name ? made.gradients(dy)[name] : pick(made, ask, undefined);
  if (!twin) return undefined;
  const proof = { value, twin, twinDistance: distance(value.data, twin.data) };
  if (!name) return proof;
  const quotients = quotientsOf(question, name, dy);
  return { ...proof, quotients, quotientDistance: quotientDistance(value, quotients) };
}

interface Values {
  readonly y?: Tensor;
  readonly indices?: Tensor;
  readonly grads?: Readonly<Partial<Record<InputName, Tensor>>>;
}

function pick(
  { y, indices, grads }: Values,
  ask: string,
  name: InputName | undefined,
): Tensor | undefined {
  if (name) return grads?.[name];
  return ask === "y" ? y : ask === "indices" ? indices : undefined;
}

const GRADIENTS = ["x", "w", "b", "gamma", "beta"] as const satisfies readonly InputName[];

function gradientName(ask: string): InputName | undefined {
  return GRADIENTS.find((name) => ask === `grads.${name}`);
}

/** The twin may look at every pair of an input and an output cell of a plane. */
function workOf(question: Question, outShape: readonly number[]): number {
  const { macs, work = 0 } = OPERATIONS[question.op].prepare(question);
  const inputs = question.inputs.x?.shape ?? [];
  const slides = question.op.includes("pool") || question.op === "softmax";
  const planes = slides ? valuesIn(inputs.slice(0, -2)) : 1;
  const pairs = slides ? (valuesIn(inputs) * valuesIn(outShape)) / Math.max(1, planes) : 0;
  return Math.max(macs, work, pairs, valuesIn(inputs));
}

function checkWork(work: number): void {
  if (work <= MAX_PROOF_WORK) return;
  throw new KernelError(
    "ERR_MEMORY",
    `A proof would take ${work} products here, more than the ${MAX_PROOF_WORK} that it may; a smaller tensor can be proved.`,
  );
}

function distance(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < left.length; at++) {
    const [a = Number.NaN, b = Number.NaN] = [left[at], right[at]];
    if (!Object.is(a, b)) most = Math.max(most, Math.abs(a - b));
  }
  return most;
}

function quotientDistance({ data }: Tensor, quotients: readonly Quotient[]): number {
  const smooth = [...quotients.keys()].filter((at) => quotients[at]?.exception === undefined);
  return distance(
    smooth.map((at) => data[at] ?? Number.NaN),
    smooth.map((at) => quotients[at]?.value ?? Number.NaN),
  );
}
