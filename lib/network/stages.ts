import {
  type Conventions,
  type Dtype,
  type InputName,
  type Operand,
  type Question,
  counts,
  valuesIn,
} from "@/lib/question";
import { KernelError, bytesOf } from "@/lib/tensor";
import { layerIds } from "./ids";
import type { LayerSpec } from "./layer-spec";
import type { Layer, LayerOptions, NetworkRow } from "./network";
import { type Chain, chainFrom, sightOf, through } from "./sight";
import { layerName, specOf } from "./spec-of";

/** What counting needs to know besides the layers. */
export interface Settings {
  readonly conventions: Conventions;
  readonly dtype: Dtype;
}

/** What comes to a layer, and how far one of its cells has seen by then. */
interface Arrival {
  readonly shape: readonly number[];
  readonly chain: Chain | undefined;
}

/** One layer in its place: what arrives, what it asks of it, and its line of the table. */
export interface Stage {
  readonly layer: Layer;
  readonly spec: LayerSpec;
  /** The names that its weights may go by. */
  readonly ids: readonly string[];
  readonly inShape: readonly number[];
  /** The layer's operation on shapes alone; absent where it is none (Flatten, Sigmoid …). */
  readonly question?: Question;
  readonly row: NetworkRow;
  readonly leaves: Arrival;
}

/**
 * Every layer in its place.
 *
 * @param shape what arrives at the first layer: N×C×H×W, or N×features
 * @throws KernelError that names the layer by number and kind
 */
export function stagesOf(
  layers: readonly Layer[],
  shape: readonly number[],
  settings: Settings,
): Stage[] {
  const ids = layerIds(layers);
  const stages: Stage[] = [];
  const plane = planeOf(shape);
  let arrival: Arrival = { shape, chain: plane && chainFrom(plane) };
  for (const [index, written] of layers.entries()) {
    const layer = { ...written, name: layerName(written.name) };
    const stage = atLayer(index, layer, () => stageAt(layer, ids[index] ?? [], arrival, settings));
    stages.push(stage);
    arrival = stage.leaves;
  }
  return stages;
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

function stageAt(
  layer: Layer,
  ids: readonly string[],
  arrival: Arrival,
  settings: Settings,
): Stage {
  const spec = specOf(layer.name);
  checkOptions(layer, spec);
  const question = questionOf(layer, spec, arrival.shape, settings);
  const solution = question && counts(question);
  const shape = solution?.shapes.y ?? spec.map?.outShape?.(arrival.shape) ?? arrival.shape;
  const name = ids[0] ?? layer.name;
  const passed = { name, padding: settings.conventions.padding };
  const chain =
    arrival.chain &&
    through(arrival.chain, spec.looks(layer, arrival.chain.plane), planeOf(shape), passed);
  const values = valuesIn(shape);
  const row: NetworkRow = {
    id: name,
    name: layer.name,
    shape,
    params: solution?.params ?? 0,
    macs: solution?.macs ?? 0,
    activation: { values, bytes: bytesOf(values, settings.dtype) },
    ...sightOf(chain),
  };
  const leaves = { shape, chain };
  return {
    layer,
    spec,
    ids,
    inShape: arrival.shape,
    ...(question ? { question } : {}),
    row,
    leaves,
  };
}

function questionOf(
  layer: Layer,
  spec: LayerSpec,
  shape: readonly number[],
  { conventions, dtype }: Settings,
): Question | undefined {
  if (!spec.operation) return undefined;
  const { op, params, weights } = spec.operation(layer, shape);
  const inputs: Partial<Record<InputName, Operand>> = { x: { shape } };
  for (const name of ["w", "b", "gamma", "beta"] as const) {
    if (weights[name]) inputs[name] = { shape: weights[name] };
  }
  return { op, params, inputs, conventions: { ...conventions, layout: "nchw" }, dtype };
}

function planeOf(shape: readonly number[]): Chain["plane"] | undefined {
  const [height, width] = shape.slice(2);
  return shape.length === 4 && height !== undefined && width !== undefined
    ? [height, width]
    : undefined;
}

function checkOptions(layer: Layer, spec: LayerSpec): void {
  const missing = spec.needs?.find((key) => layer[key] === undefined);
  if (missing !== undefined) {
    throw new KernelError(
      "ERR_INPUT",
      `"${missing}" is missing; this layer needs ${list(spec.needs)}.`,
    );
  }
  const stray = optionNames(layer).find((key) => key !== "id" && !spec.takes.includes(key));
  if (stray !== undefined) {
    throw new KernelError(
      "ERR_INPUT",
      `"${stray}" means nothing to this layer; it takes ${list(spec.takes)}.`,
    );
  }
}

function optionNames(layer: Layer): (keyof LayerOptions)[] {
  return OPTION_NAMES.filter((key) => layer[key] !== undefined);
}

const OPTION_NAMES = [
  "id",
  "in",
  "out",
  "kernel",
  "stride",
  "padding",
  "pad",
  "dilation",
  "groups",
  "bias",
  "output_padding",
  "ceil_mode",
  "count_include_pad",
  "output_size",
  "p",
  "eps",
  "axis",
  "negative_slope",
] as const satisfies readonly (keyof LayerOptions)[];

function list(names: readonly string[] | undefined): string {
  return names === undefined || names.length === 0 ? "nothing besides id" : names.join(", ");
}
