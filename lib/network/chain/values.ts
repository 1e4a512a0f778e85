import { type InputName, type Operand, type Question, sameShape, showShape } from "@/lib/question";
import { KernelError, MAX_MACS, type Tensor, tensor, zeros } from "@/lib/tensor";
import { unwrapped } from "../batch";
import { networkStages } from "../solve-network";
import { type Stage, atLayer } from "../stages";
import { isChain } from "../walk";
import { type GivenWeight, weightsOf } from "../weights";
import { withDrawnValues } from "./drawn";
import { type ChainQuestion, type ChainValue, isValued } from "./question";
import { recomputed } from "./recomputed";

/**
 * Every value of a chain in the order of working: the outputs of the layers, the loss, then the gradients from the
 * last layer back, of each layer first ∂L/∂y, then those of its weights; ∂L/∂x of the input last. Each is an ordinary
 * question of one layer in the rank of the network's input, so that it can be derived, checked and proved like one.
 *
 * @throws KernelError that names the layer; ERR_INPUT where values are missing, or the layers are no chain
 * @example chainValues(question).map(({ key }) => key) // ["conv1.y", "relu1.y", "loss", "grads.relu1.y", …]
 */
export function chainValues(asked: ChainQuestion): ChainValue[] {
  const question = withDrawnValues(asked);
  const x = question.inputs.x;
  const stages = networkStages(question);
  const weights = weightsOf(question, stages);
  if (!isValued(x) || !x) throw missing("x");
  checkComputable(question, stages);
  const forward = forwardValues(stages, inOwnRank(question, weights, stages), x);
  const loss = question.loss ? lossValue(question, forward.at(-1)) : undefined;
  const backward = backwardValues(question, stages, forward, loss, x);
  return [...forward, ...(loss ? [loss] : []), ...backward];
}

function checkComputable({ layers }: ChainQuestion, stages: readonly Stage[]): void {
  if (!isChain(layers) || layers.some(({ activation }) => activation !== undefined)) {
    throw new KernelError(
      "ERR_INPUT",
      `Values are worked out of plain chains: every layer reads the one before it, has weights of its own, and an activation is a layer by itself.`,
    );
  }
  if (stages.length === 0) {
    throw new KernelError("ERR_INPUT", "The list of layers is empty; a chain needs at least one.");
  }
  const macs = stages.reduce((sum, { row }) => sum + row.macs, 0);
  if (macs <= MAX_MACS) return;
  throw new KernelError(
    "ERR_MEMORY",
    `The chain would take ${macs} products, more than the ${MAX_MACS} that one question may.`,
  );
}

function forwardValues(
  stages: readonly Stage[],
  weights: readonly (readonly GivenWeight[])[],
  x: Tensor,
): ChainValue[] {
  const values: ChainValue[] = [];
  for (const [index, stage] of stages.entries()) {
    const before = values.at(-1);
    const arriving = before?.tensor ?? x;
    const wrapped = stages[0]?.inShape.length ?? x.shape.length;
    const value: ChainValue = {
      key: `${stage.row.id}.y`,
      direction: "forward",
      tensor: zeros(unwrapped(stage.row.shape, x.shape.length, wrapped)),
      ...questionAt(stage, weights[index] ?? [], arriving),
      ask: "y",
      factor: 1,
      reads: { x: before?.key ?? "x" },
      layer: stage.layer,
    };
    values.push({
      ...value,
      tensor: atLayer(index, stage.layer, () => recomputed(value, { x: arriving })),
    });
  }
  return values;
}

/** Weights in the rank that the question gives them, where a layer by itself reads that rank alike. */
function inOwnRank(
  { inputs }: ChainQuestion,
  weights: readonly (readonly GivenWeight[])[],
  stages: readonly Stage[],
): GivenWeight[][] {
  return weights.map((given, index) =>
    given.map((one) => {
      const own = inputs[one.key];
      const op = stages[index]?.question?.op;
      return own && readsAlike(op, own.shape, one.operand.shape) ? { ...one, operand: own } : one;
    }),
  );
}

/** kH×kW is one kernel on one channel, Cin×kH×kW one filter; of a transposed convolution, one output channel. */
function readsAlike(op: string | undefined, own: readonly number[], full: readonly number[]) {
  if (own.length < 2) return full.length < 2;
  const [outer = 1, inner = 1, ...kernel] = full;
  if (own.length === 2 && kernel.length === 2) return outer === 1 && inner === 1;
  if (own.length === 3) {
    const [single, many] = op === "conv_transpose2d" ? [inner, outer] : [outer, inner];
    return single === 1 && own[0] === many;
  }
  return sameShape(own, full);
}

function questionAt(
  { question, row, layer, spec }: Stage,
  weights: readonly GivenWeight[],
  x: Tensor,
): { readonly question?: Question } {
  if (!question) {
    if (spec.map) return {};
    throw new KernelError("ERR_INPUT", `The values of ${layer.name} are not computed.`);
  }
  const inputs: Partial<Record<InputName, Operand>> = { x };
  for (const { name, operand } of weights) inputs[name] = operand;
  for (const name of ["w", "b"] as const) {
    if (question.inputs[name] && !isValued(inputs[name])) throw missing(`${row.id}.${name}`);
  }
  return { question: { ...question, inputs } };
}

function missing(key: string): KernelError {
  return new KernelError(
    "ERR_INPUT",
    `inputs.${key} has no values; give them, or a seed to have them drawn.`,
  );
}

function lossValue(
  { loss, conventions, dtype }: ChainQuestion,
  last: ChainValue | undefined,
): ChainValue | undefined {
  if (!loss || !last) return undefined;
  const { name, reduction } = loss;
  const x = last.tensor;
  const terms = name === "mse_loss" ? x.data.length : x.shape.length === 1 ? 1 : (x.shape[0] ?? 1);
  const factor = reduction === "sum" ? terms : 1;
  const target = name === "mse_loss" ? fitted(loss.target, x.shape) : loss.target;
  const value: ChainValue = {
    key: "loss",
    direction: "forward",
    tensor: zeros([]),
    question: { op: name, params: {}, inputs: { x, target }, conventions, dtype },
    ask: "y",
    factor,
    reads: { x: last.key },
  };
  return { ...value, tensor: recomputed(value, { x }) };
}

/** A target in the rank of what it is compared with. */
function fitted(target: Tensor, shape: readonly number[]): Tensor {
  if (sameShape(withoutOnes(target.shape), withoutOnes(shape))) return { shape, data: target.data };
  throw new KernelError(
    "ERR_SHAPE",
    `The target has the shape ${showShape(target.shape)}, but the last layer gives ${showShape(shape)}; mse_loss compares them value by value.`,
  );
}

function backwardValues(
  question: ChainQuestion,
  stages: readonly Stage[],
  forward: readonly ChainValue[],
  loss: ChainValue | undefined,
  x: Tensor,
): ChainValue[] {
  const last = forward.at(-1);
  if (!last) return [];
  const values: ChainValue[] = [loss ? fromLoss(loss, last) : fromOutput(question, last)];
  for (let index = forward.length - 1; index >= 0; index--) {
    const [value, above] = [forward[index], values.at(-1)];
    const upstream = values.find(({ key }) => key === `grads.${value?.key}`) ?? above;
    if (!value || !upstream) continue;
    const arriving = forward[index - 1]?.tensor ?? x;
    const times = question.backward ?? 1;
    const names = WEIGHTS.filter((name) => stages[index]?.question?.inputs[name]);
    for (const name of names) {
      if (!value.question?.inputs[name]) continue;
      const key = `grads.${weightKey(question, stages[index], name)}`;
      values.push(through(value, upstream, { key, name, times, arriving }));
    }
    const before = forward[index - 1]?.key;
    const key = `grads.${before ?? "x"}`;
    values.push(through(value, upstream, { key, name: "x", times: before ? 1 : times, arriving }));
  }
  return values;
}

const WEIGHTS = ["w", "b", "gamma", "beta"] as const satisfies readonly InputName[];

/** The name by which the question gives a weight. */
function weightKey({ inputs }: ChainQuestion, stage: Stage | undefined, name: InputName): string {
  const keys = (stage?.ids ?? []).map((id) => `${id}.${name}`);
  return keys.find((key) => inputs[key]) ?? keys[0] ?? name;
}

/** ∂L/∂(last output): of a sum, as many times the mean's. */
function fromLoss(loss: ChainValue, last: ChainValue): ChainValue {
  const value: ChainValue = {
    ...loss,
    key: `grads.${last.key}`,
    direction: "backward",
    tensor: zeros(last.tensor.shape),
    ...(loss.question ? { question: { ...loss.question, dy: tensor([], [loss.factor]) } } : {}),
    ask: "grads.x",
    factor: 1,
  };
  return { ...value, tensor: recomputed(value, {}) };
}

function withoutOnes(shape: readonly number[]): readonly number[] {
  return shape.filter((size) => size !== 1);
}

/** Without a loss the gradient is given, or ones. */
function fromOutput({ dy }: ChainQuestion, last: ChainValue): ChainValue {
  const { shape, data } = last.tensor;
  if (dy && dy.data?.length !== data.length) {
    throw new KernelError(
      "ERR_GRADIENT",
      `dy has the shape ${showShape(dy.shape)}, but the last layer gives ${showShape(shape)}.`,
    );
  }
  return {
    key: `grads.${last.key}`,
    direction: "backward",
    tensor: { shape, data: dy?.data ?? new Float64Array(data.length).fill(1) },
    ask: "y",
    factor: 1,
    reads: {},
  };
}

interface Gradient {
  readonly key: string;
  readonly name: InputName;
  readonly times: number;
  readonly arriving: Tensor;
}

/** A gradient of one layer: its question for ∂L/∂y; where backward() adds up, so many times. */
function through(
  value: ChainValue,
  upstream: ChainValue,
  { key, name, times, arriving }: Gradient,
): ChainValue {
  const gradient: ChainValue = {
    ...value,
    key,
    direction: "backward",
    tensor: zeros(arriving.shape),
    ...(value.question ? { question: { ...value.question, dy: upstream.tensor } } : {}),
    ask: `grads.${name}`,
    factor: times,
    reads: { ...value.reads, dy: upstream.key },
  };
  return { ...gradient, tensor: recomputed(gradient, { x: arriving, dy: upstream.tensor }) };
}
