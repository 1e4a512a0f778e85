import { type Memory, type Operand, sameButLeadingOnes, showShape, valuesIn } from "@/lib/question";
import { KernelError, MAX_MACS, type Tensor, bytesOf, zeros } from "@/lib/tensor";
import { unwrapped, wrappedShape } from "./batch";
import type { Layer, NetworkQuestion, NetworkSolution, NetworkTable, Sight } from "./network";
import { backwardPasses, forwardPasses } from "./passes";
import { layerName } from "./spec-of";
import { type Stage, atLayer } from "./stages";
import { isChain, stagesOf } from "./walk";
import { tableOf } from "./table";
import { type GivenWeight, weightsOf, withGivenBiases } from "./weights";

/**
 * A chain of layers: its table, its totals, what its last layer sees, and, where x and the weights have values, the
 * output of every layer and the gradients for dy (ones where there is none).
 *
 * @throws KernelError that names the layer by number and kind
 * @example solveNetwork({ op: "network", layers: [{ name: "ReLU" }], inputs: { x: fromNested([[1, -2]]) }, conventions: DEFAULT_CONVENTIONS, dtype: "float32" }).values?.relu1
 */
export function solveNetwork(question: NetworkQuestion): NetworkSolution {
  const x = inputOf(question);
  const stages = networkStages(question);
  const weights = weightsOf(question, stages);
  const table = tableOf(stages, x.shape.length);
  const sizes = sizesOf(question, table, weights.flat());
  checkGradient(question.dy, sizes.shapes.y ?? []);
  if (!hasValues(question, stages, weights)) return sizes;
  checkComputed(question);
  return { ...valuesOf(question, x, stages, weights, table), ...sizes };
}

/**
 * The layers of a network question, each in its place.
 *
 * @throws KernelError as `solveNetwork`
 */
export function networkStages(question: NetworkQuestion): Stage[] {
  checkLayout(question);
  const layers = withGivenBiases(question);
  return stagesOf(layers, wrappedShape(layers, inputOf(question).shape), question);
}

function inputOf({ inputs }: NetworkQuestion): Operand {
  if (inputs.x) return inputs.x;
  throw new KernelError(
    "ERR_INPUT",
    `inputs.x is missing; a network needs at least its input's shape, {"x": {"shape": [1, 3, 32, 32]}}.`,
  );
}

function checkLayout({ conventions }: NetworkQuestion): void {
  if (conventions.layout === "nchw") return;
  throw new KernelError("ERR_INPUT", "A network is read as N×C×H×W; its layout must be nchw.");
}

/** Values go through a chain, and through one operation a layer. */
function checkComputed({ layers }: NetworkQuestion): void {
  const index = layers.findIndex((one) => !isChain([one]) || !isOneOperation(one));
  const layer = layers[index];
  if (!layer) return;
  atLayer(index, layer, () => {
    throw new KernelError(
      "ERR_INPUT",
      `The values of networks with branches, shared weights, "connections", or an "activation" or coefficients inside a layer are not computed; leave the data out to have this one counted.`,
    );
  });
}

function isOneOperation({ name, activation, connections, affine }: Layer): boolean {
  const scales = affine === true && layerName(name) === "AvgPool2d";
  return activation === undefined && connections === undefined && !scales;
}

/** Values need x and every weight; some weights without the others is a mistake that is told. */
function hasValues(
  question: NetworkQuestion,
  stages: readonly Stage[],
  weights: readonly (readonly GivenWeight[])[],
): boolean {
  const operands = Object.values(question.inputs);
  const all = question.dy ? [...operands, question.dy] : operands;
  if (all.some(({ data }) => data === undefined)) return false;
  const missing = stages.flatMap(({ question: asked, ids }, index) =>
    (["w", "b"] as const)
      .filter((name) => asked?.inputs[name] && !weights[index]?.some((one) => one.name === name))
      .map((name) => `${ids[0]}.${name}`),
  );
  if (missing.length > 0 && weights.flat().length > 0) {
    throw new KernelError(
      "ERR_INPUT",
      `Of the weights ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing; give all of them, or none to have the network counted only.`,
    );
  }
  return missing.length === 0;
}

function valuesOf(
  question: NetworkQuestion,
  x: Operand,
  stages: readonly Stage[],
  weights: readonly (readonly GivenWeight[])[],
  { totals }: NetworkTable,
) {
  if (totals.macs > MAX_MACS) {
    throw new KernelError(
      "ERR_MEMORY",
      `The network would take ${totals.macs} products, more than the ${MAX_MACS} that one question may; leave the data out to have it counted.`,
    );
  }
  const wrapped = stages[0]?.inShape ?? x.shape;
  const lowered = (source: Tensor): Tensor => ({
    shape: unwrapped(source.shape, x.shape.length, wrapped.length),
    data: source.data,
  });
  const passes = forwardPasses(stages, weights, { shape: wrapped, data: dataOf(x) });
  const last = passes.at(-1)?.y ?? zeros([]);
  const grads = backwardPasses(passes, weights, gradientFor(question, last));
  return {
    y: lowered(last),
    values: Object.fromEntries(
      passes.map(({ y }, index) => [stages[index]?.row.id ?? "", lowered(y)]),
    ),
    grads: inOwnShapes(grads, question),
  };
}

function dataOf({ data }: Operand): Float64Array {
  return data ?? new Float64Array();
}

function gradientFor({ dy }: NetworkQuestion, y: Tensor): Tensor {
  if (dy?.data) return { shape: y.shape, data: dy.data };
  return { shape: y.shape, data: new Float64Array(y.data.length).fill(1) };
}

function inOwnShapes(
  grads: Readonly<Record<string, Tensor>>,
  { inputs }: NetworkQuestion,
): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(grads).map(([key, { shape, data }]) => [
      key,
      { shape: inputs[key]?.shape ?? shape, data },
    ]),
  );
}

function checkGradient(dy: Operand | undefined, outShape: readonly number[]): void {
  if (!dy || sameButLeadingOnes(dy.shape, outShape)) return;
  throw new KernelError(
    "ERR_GRADIENT",
    `dy = ∂L/∂Y has the shape of the last layer's output, here ${showShape(outShape)}, but ${showShape(dy.shape)} is given.`,
  );
}

function sizesOf(
  question: NetworkQuestion,
  table: NetworkTable,
  weights: readonly GivenWeight[],
): NetworkSolution {
  const { params, macs, flops } = table.totals;
  const outShape = table.layers.at(-1)?.shape ?? [];
  const given = ["x", ...weights.map(({ key }) => key)];
  const shapes: Record<string, readonly number[]> = { y: outShape };
  for (const key of given) shapes[key] = question.inputs[key]?.shape ?? [];
  const memory: Record<string, Memory> = {};
  for (const key of [...given, "y"]) memory[key] = memoryOf(shapes[key] ?? [], question);
  for (const key of given) shapes[`grads.${key}`] = shapes[key] ?? [];
  return { ...table, ...lastSight(table), shapes, params, macs, flops, memory };
}

function memoryOf(shape: readonly number[], { dtype }: NetworkQuestion): Memory {
  const values = valuesIn(shape);
  return { values, bytes: bytesOf(values, dtype) };
}

function lastSight({ layers }: NetworkTable): Sight {
  const last = layers.at(-1);
  return {
    receptive_field: last?.receptive_field ?? null,
    jump: last?.jump ?? null,
    offset: last?.offset ?? null,
    start: last?.start ?? null,
  };
}
