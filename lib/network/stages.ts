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
import type { LayerSpec } from "./layer-spec";
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
  readonly row: NetworkRow;
  readonly leaves: Arrival;
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
  const question = questionOf(layer, spec, arriving.shape, settings);
  const solution = question && counts(question);
  const shape = solution?.shapes.y ?? spec.outShape?.(arriving.shape, layer) ?? arriving.shape;
  const name = ids[0] ?? layer.name;
  const passed = { name, padding: settings.conventions.padding };
  const chain =
    arriving.chain &&
    through(arriving.chain, spec.looks(layer, arriving.chain.plane), planeOf(shape), passed);
  const values = valuesIn(shape);
  const learned = spec.learned?.(layer, arriving.shape) ?? {};
  const params = solution?.params ?? sumOf(Object.values(learned).map(valuesIn));
  const row: NetworkRow = {
    id: name,
    name: layer.name,
    shape,
    params: layer.shares === undefined ? params : 0,
    buffers: spec.buffers?.(layer, arriving.shape) ?? 0,
    macs: solution?.macs ?? 0,
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
    row,
    leaves: { shape, chain },
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
  return withSameInNumbers({
    op,
    params,
    inputs,
    conventions: { ...conventions, layout: "nchw" },
    dtype,
  });
}

function sumOf(counted: readonly number[]): number {
  return counted.reduce((sum, one) => sum + one, 0);
}
