import { type Arrival, sourcesOf } from "./arrivals";
import { layerIds } from "./ids";
import type { Layer } from "./network";
import { chainFrom, planeOf } from "./sight";
import { type Settings, type Stage, atLayer, stageAt } from "./stages";

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
  const input = inputArrival(shape);
  for (const [index, layer] of layers.entries()) {
    const stage = atLayer(index, layer, () => {
      const sources = sourcesOf(layer, ids.slice(0, index));
      const arrivals = sources.map((source) => stages[source]?.leaves ?? input);
      return stageAt(layer, ids[index] ?? [], arrivals, settings);
    });
    stages.push(stage);
  }
  return stages;
}

/** The network's input as it arrives: each of its cells sees itself. */
export function inputArrival(shape: readonly number[]): Arrival {
  const plane = planeOf(shape);
  return { shape, chain: plane && chainFrom(plane) };
}

/** Whether every layer reads the one before it, and each has weights of its own. */
export function isChain(layers: readonly Layer[]): boolean {
  return layers.every(({ from, shares }) => from === undefined && shares === undefined);
}
