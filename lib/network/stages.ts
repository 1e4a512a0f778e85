import {
  type Conventions,
  type Dtype,
  type InputName,
  type Operand,
  type Question,
  counts,
  valuesIn,
  withSameInNumbers,
} from "@/lib/question";
import { KernelError, bytesOf } from "@/lib/tensor";
import { type Arrival, type Arrivals, together } from "./arrivals";
import { checkOptions } from "./check-options";
import type { LayerSpec, OperationPart } from "./layer-spec";
import type { Layer, NetworkRow } from "./network";
import { planeOf, sightOf, through } from "./sight";
import { layerName, specOf } from "./spec-of";

/** What counting needs to know besides the layers. */
export interface Settings {
  readonly conventions: Conventions;
  readonly dtype: Dtype;
}

/** One layer in its place: what arrives, what it asks of it, and its line of the table. */
export interface Stage {
  readonly layer: Layer;
  readonly spec: LayerSpec;
  /** The names that its weights may go by. */
  readonly ids: readonly string[];
  /** What arrives; of several branches, the first. */
  readonly inShape: readonly number[];
  readonly inShapes: readonly (readonly number[])[];
  /** The layer's operation on shapes alone; absent where it is none (Flatten, Sigmoid …). */
  readonly question?: Question;
  /** Where not every channel is read: what reads equally many of them, as questions of their own. */
  readonly parts?: readonly Question[];
  /** What it learns besides what its operation does, by name. */
  readonly learned: Readonly<Record<string, number>>;
  readonly row: NetworkRow;
  readonly leaves: Arrival;
  readonly settings: Settings;
}

/**
 * One layer in its place.
 *
 * @param ids the names that its weights may go by
 * @throws KernelError where it does not fit what arrives
 */
export function stageAt(
  written: Layer,
  ids: readonly string[],
  arrivals: Arrivals,
  settings: Settings,
): Stage {
  const layer = { ...written, name: layerName(written.name) };
  const spec = specOf(layer.name);
  checkOptions(layer, spec);
  const { arriving, shapes } = together(layer, spec, arrivals);
  const { question, parts } = questionsOf(layer, spec, arriving.shape, settings);
  const solution = question && counts(question);
  const counted = parts?.map(counts) ?? (solution ? [solution] : []);
  const shape = solution?.shapes.y ?? spec.outShape?.(arriving.shape, layer) ?? arriving.shape;
  const name = ids[0] ?? layer.name;
  const passed = { name, padding: settings.conventions.padding };
  const chain =
    arriving.chain &&
    through(arriving.chain, spec.looks(layer, arriving.chain.plane), planeOf(shape), passed);
  const values = valuesIn(shape);
  const learned = learnedBy(layer, spec, arriving.shape);
  const params = sumOf([...counted.map((one) => one.params), ...Object.values(learned)]);
  const macs = spec.macs?.(layer, arriving.shape) ?? sumOf(counted.map((one) => one.macs));
  const row: NetworkRow = {
    id: name,
    name: layer.name,
    shape,
    params: layer.shares === undefined ? params : 0,
    buffers: spec.buffers?.(layer, arriving.shape) ?? 0,
    macs,
    activation: { values, bytes: bytesOf(values, settings.dtype) },
    ...sightOf(chain),
  };
  return {
    layer,
    spec,
    ids,
    inShape: shapes[0] ?? arriving.shape,
    inShapes: shapes,
    ...(question ? { question } : {}),
    ...(parts ? { parts } : {}),
    learned,
    row,
    leaves: { shape, chain },
    settings,
  };
}

/** Runs `work`, and names the layer in what it throws. */
export function atLayer<Result>(index: number, layer: Layer, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    throw new KernelError(error.code, `Layer ${index + 1} (${layer.name}): ${error.message}`);
  }
}

function questionsOf(
  layer: Layer,
  { operation }: LayerSpec,
  shape: readonly number[],
  { conventions, dtype }: Settings,
): Pick<Stage, "question" | "parts"> {
  if (!operation) return {};
  const { op, params, weights, parts } = operation(layer, shape);
  const asked = (part: OperationPart): Question =>
    withSameInNumbers({
      op,
      params,
      inputs: inputsOf(part),
      conventions: { ...conventions, layout: "nchw" },
      dtype,
    });
  return { question: asked({ shape, weights }), ...(parts ? { parts: parts.map(asked) } : {}) };
}

function inputsOf({ shape, weights }: OperationPart): Question["inputs"] {
  const inputs: Partial<Record<InputName, Operand>> = { x: { shape } };
  for (const name of ["w", "b", "gamma", "beta"] as const) {
    if (weights[name]) inputs[name] = { shape: weights[name] };
  }
  return inputs;
}

function learnedBy(layer: Layer, spec: LayerSpec, shape: readonly number[]): Stage["learned"] {
  const sizes = Object.entries(spec.learned?.(layer, shape) ?? {});
  return Object.fromEntries(sizes.map(([name, size]) => [name, valuesIn(size)]));
}

function sumOf(counted: readonly number[]): number {
  return counted.reduce((sum, one) => sum + one, 0);
}
