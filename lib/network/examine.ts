import { KernelError } from "@/lib/tensor";
import { type Arrival, sourcesOf } from "./arrivals";
import { fittedTo, paramsAlone } from "./fitted";
import { layerIds } from "./ids";
import { faultWords } from "./misfit";
import type { Layer } from "./network";
import { isKnown } from "./spec-of";
import { type Settings, type Stage, stageAt } from "./stages";
import { inputArrival } from "./walk";

/** What is wrong with a layer. */
export interface Fault {
  readonly code: string;
  readonly message: string;
}

/** One layer as far as it can be worked out. */
export interface Examined {
  readonly index: number;
  readonly id: string;
  readonly layer: Layer;
  /** The layers that arrive, by place; −1 is the input. */
  readonly sources: readonly number[];
  /** The layer in its place; where it does not fit, as if what arrives did. */
  readonly stage?: Stage;
  /** What it learns, where nothing else is known. */
  readonly params?: number;
  /** What leaves it; unknown where the layer has an error that leaves no guess. */
  readonly leaves?: Arrival;
  readonly fault?: Fault;
}

/** What was wrong in writing, and where layers stand in it. */
interface Written {
  readonly lines?: readonly (number | undefined)[];
  readonly faults?: ReadonlyMap<number, Fault>;
}

/** Every layer, as far as it can be worked out. @throws KernelError where two layers have the same id */
export function examined(
  layers: readonly Layer[],
  shape: readonly number[],
  settings: Settings,
  written: Written,
): Examined[] {
  const ids = layerIds(layers);
  const input = inputArrival(shape);
  const found: Examined[] = [];
  for (const [index, layer] of layers.entries()) {
    const one = { index, layer, ids: ids[index] ?? [], earlier: ids.slice(0, index) };
    found.push(examinedLayer(one, found, input, settings, written));
  }
  return found;
}

interface Place {
  readonly index: number;
  readonly layer: Layer;
  readonly ids: readonly string[];
  readonly earlier: readonly (readonly string[])[];
}

function examinedLayer(
  { index, layer, ids, earlier }: Place,
  found: readonly Examined[],
  input: Arrival,
  settings: Settings,
  { lines, faults }: Written,
): Examined {
  const { sources, error } = sourcesAt(layer, earlier);
  const base = { index, id: ids[0] ?? layer.name, layer, sources };
  const arrivals = sources.map((place) => (place < 0 ? input : found[place]?.leaves));
  const outcome = error ? { error } : attempt(layer, ids, arrivals, settings);
  const own =
    faults?.get(index) ??
    (outcome.error && {
      code: outcome.error.code,
      message: faultWords(outcome.error, layer, found[sources[0] ?? -1]),
    });
  const fault = own && {
    code: own.code,
    message: `${placeWords(index, layer, lines?.[index])}: ${own.message}`,
  };
  const failed = outcome.stage === undefined;
  const stage = outcome.stage ?? rescued(layer, ids, arrivals[0], settings);
  const leaves = stage?.leaves ?? (isKnown(layer.name) ? undefined : arrivals[0]);
  const params = stage ? undefined : paramsAlone(layer);
  return {
    ...base,
    ...(stage ? { stage } : {}),
    ...(params === undefined ? {} : { params }),
    ...(leaves ? { leaves } : {}),
    ...(fault && (failed || faults?.has(index)) ? { fault } : {}),
  };
}

function sourcesAt(layer: Layer, earlier: readonly (readonly string[])[]) {
  try {
    return { sources: sourcesOf(layer, earlier) };
  } catch (error) {
    if (error instanceof KernelError) return { sources: [earlier.length - 1], error };
    throw error;
  }
}

/** The layer in its place, or why it has none; neither where what arrives is unknown. */
function attempt(
  layer: Layer,
  ids: readonly string[],
  arrivals: readonly (Arrival | undefined)[],
  settings: Settings,
): { readonly stage?: Stage; readonly error?: KernelError } {
  const known = arrivals.filter((one) => one !== undefined);
  if (known.length < arrivals.length && isKnown(layer.name)) return {};
  try {
    return { stage: stageAt(layer, ids, known, settings) };
  } catch (error) {
    if (error instanceof KernelError) return { error };
    throw error;
  }
}

/** The layer as if what it says of its input were true. */
function rescued(
  layer: Layer,
  ids: readonly string[],
  arrival: Arrival | undefined,
  settings: Settings,
): Stage | undefined {
  const fitted = fittedTo(layer, arrival);
  return fitted && attempt(fitted.layer, ids, [fitted.arrival], settings).stage;
}

function placeWords(index: number, { name }: Layer, line: number | undefined): string {
  return `Layer ${index + 1} (${name}${line === undefined ? "" : `, line ${line}`})`;
}
