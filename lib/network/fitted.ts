import { valuesIn } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import type { Arrival } from "./arrivals";
import type { Layer } from "./network";
import { isKnown, layerName, specOf } from "./spec-of";

/** A layer, and what would have to arrive at it. */
interface Fitted {
  readonly layer: Layer;
  readonly arrival: Arrival;
}

/** What a layer that does not fit says of its input, put in the place of what arrives; undefined where it says nothing. */
export function fittedTo(layer: Layer, arrival: Arrival | undefined): Fitted | undefined {
  if (!isKnown(layer.name)) return undefined;
  const rows = rowsWanted(layer);
  const batch = arrival?.shape[0] ?? 1;
  const chain = arrival?.chain;
  if (rows !== undefined) return { layer, arrival: { shape: [batch, rows], chain } };
  if (layer.in === undefined || arrival?.shape.length !== 4) return undefined;
  const { shape } = arrival;
  return { layer, arrival: { shape: [batch, layer.in, ...shape.slice(2)], chain } };
}

function rowsWanted(layer: Layer): number | undefined {
  const name = layerName(layer.name);
  return name === "Linear" ? layer.in : name === "Flatten" ? layer.out : undefined;
}

/** What a layer learns, told by its own options alone; undefined where they do not tell. */
export function paramsAlone(layer: Layer): number | undefined {
  if (!isKnown(layer.name)) return undefined;
  const { operation, learned } = specOf(layer.name);
  const { in: channels = 0 } = layer;
  if (channels === 0 && (operation || learned)) return undefined;
  const shape = layerName(layer.name) === "Linear" ? [1, channels] : [1, channels, 1, 1];
  try {
    const made = operation?.(layer, shape);
    const sizes = made?.parts?.map(({ weights }) => weights) ?? [made?.weights ?? {}];
    return [...sizes, learned?.(layer, shape) ?? {}]
      .flatMap((some) => Object.values(some))
      .reduce((sum, one) => sum + valuesIn(one), 0);
  } catch (error) {
    if (error instanceof KernelError) return undefined;
    throw error;
  }
}
