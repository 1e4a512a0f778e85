import type { NetworkReport } from "../report";
import { type NetworkRun, type RunOptions, runNetwork } from "./run-network";

/** A pass shorter than this is repeated for as many milliseconds: a clock tells little of less. */
const LONG_ENOUGH = 300;

/** The most times that a pass is repeated. */
const MOST_RUNS = 40;

/** A run with its times, and how many runs they are the mean of. */
export interface SettledRun extends NetworkRun {
  readonly runs: number;
}

/**
 * Runs a network; a small one again and again, its times being the mean over all runs but the first, which also pays
 * for the machine's warming up. What it computes is the same in every run.
 *
 * @throws KernelError as `runNetwork`
 */
export function settledRun(report: NetworkReport, options: RunOptions = {}): SettledRun {
  const { now = () => performance.now() } = options;
  const first = runNetwork(report, options);
  const more: NetworkRun[] = [];
  const begin = now();
  while (isShort(first) && more.length < MOST_RUNS && now() - begin < LONG_ENOUGH) {
    more.push(runNetwork(report, options));
  }
  const timed = more.length > 0 ? more : [first];
  const mean = (index: number, way: "forward" | "backward") =>
    timed.reduce((sum, { layers }) => sum + (layers[index]?.[way] ?? 0), 0) / timed.length;
  return {
    ...first,
    layers: first.layers.map((layer, index) => ({
      ...layer,
      forward: mean(index, "forward"),
      backward: mean(index, "backward"),
    })),
    runs: timed.length,
  };
}

function isShort({ layers }: NetworkRun): boolean {
  return layers.reduce((sum, { forward, backward }) => sum + forward + backward, 0) < LONG_ENOUGH;
}
