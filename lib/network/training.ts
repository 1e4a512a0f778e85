import type { Memory } from "@/lib/question";
import { bytesOf } from "@/lib/tensor";
import type { NetworkReport } from "./report";

/** What an optimiser keeps for each parameter that it trains: nothing, a velocity, or two moments. */
export const OPTIMISER_STATE = { sgd: 0, momentum: 1, adam: 2 } as const;
export type Optimiser = keyof typeof OPTIMISER_STATE;

/** What a step of training holds in memory at once, and what it trains. */
export interface Training {
  readonly parameters: Memory;
  readonly buffers: Memory;
  readonly gradients: Memory;
  readonly optimiser: Memory;
  /** What the backward pass reads again: the input of the first layer that is trained, and every output from there on. */
  readonly activations: Memory;
  readonly total: Memory;
  readonly trained: number;
  readonly frozen: number;
  /** The trained parameters of each layer, in order. */
  readonly trainedByLayer: readonly number[];
}

/**
 * The memory of one training step: parameters, a gradient for each that is trained, the optimiser's state for each
 * (momentum 1, Adam 2 values), and the activations kept for the backward pass, with the batch of the input.
 *
 * @param frozen the ids of layers that are not trained
 * @example trainingOf(report, "adam").optimiser.values // 2 · parameters
 */
export function trainingOf(
  { layers, examined, settings: { dtype } }: NetworkReport,
  optimiser: Optimiser = "sgd",
  frozen: ReadonlySet<string> = new Set(),
): Training {
  const memory = (values: number): Memory => ({ values, bytes: bytesOf(values, dtype) });
  const params = layers.map((row) => row.params ?? 0);
  const trainedByLayer = layers.map(({ id }, index) => (frozen.has(id) ? 0 : (params[index] ?? 0)));
  const [all, trained] = [sumOf(params), sumOf(trainedByLayer)];
  const first = trainedByLayer.findIndex((count) => count > 0);
  const kept = first < 0 ? [] : layers.slice(first).map((row) => row.activation?.values ?? 0);
  const arriving =
    examined[first]?.stage?.inShape.reduce((product, size) => product * size, 1) ?? 0;
  const parts = {
    parameters: memory(all),
    buffers: memory(sumOf(layers.map((row) => row.buffers))),
    gradients: memory(trained),
    optimiser: memory(OPTIMISER_STATE[optimiser] * trained),
    activations: memory(arriving + sumOf(kept)),
  };
  const total = memory(sumOf(Object.values(parts).map(({ values }) => values)));
  return { ...parts, total, trained, frozen: all - trained, trainedByLayer };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
