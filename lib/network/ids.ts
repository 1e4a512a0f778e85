import { KernelError } from "@/lib/tensor";
import type { Layer } from "./network";
import { isKnown, specOf } from "./spec-of";

/**
 * The names that each layer may go by, the one that is shown first: its own id, or its kind and a running number
 * (conv1, conv2, linear1, which fc1 means too).
 *
 * @throws KernelError ERR_INPUT where two layers have the same id
 * @example layerIds([{ name: "Conv2d" }, { name: "Linear" }]) // [["conv1"], ["linear1", "fc1"]]
 */
export function layerIds(layers: readonly Layer[]): (readonly string[])[] {
  const seen = new Map<string, number>();
  const ids = layers.map((layer) => {
    const stems = stemsOf(layer.name);
    const number = (seen.get(stems[0]) ?? 0) + 1;
    seen.set(stems[0], number);
    return layer.id === undefined ? stems.map((stem) => `${stem}${number}`) : [layer.id];
  });
  checkDistinct(ids.flat());
  return ids;
}

function stemsOf(name: string): readonly [string, ...string[]] {
  return isKnown(name) ? specOf(name).stems : [name.toLowerCase()];
}

function checkDistinct(ids: readonly string[]): void {
  const seen = new Set<string>();
  const twice = ids.find((id) => seen.size === seen.add(id).size);
  if (twice === undefined) return;
  throw new KernelError("ERR_INPUT", `Two layers have the id ${twice}; every id must be its own.`);
}
