import { KernelError } from "@/lib/tensor";
import type { LayerPass } from "../pass/layer-pass";
import type { NetworkReport } from "../report";
import { type LayerGradients, backwardThrough } from "./backward";
import { demandOf } from "./demand";
import { drawFrom, drawnTensor, drawnWeights } from "./drawn-weights";
import { type Spread, normOf, spreadOf } from "./figures";
import { forwardThrough } from "./forward";
import { type EndLoss, lossOf } from "./loss";
import { type Place, endsOf, placesOf } from "./place";

/** One layer of a run. */
export interface LayerRun {
  readonly id: string;
  readonly output: Spread;
  /** Milliseconds; both gradients of the layer are taken in its time backward. */
  readonly forward: number;
  readonly backward: number;
  /** ‖∂L/∂y‖ of its output and ‖∂L/∂w‖ of all that it learns; null where no gradient comes, or it learns nothing. */
  readonly gradient: { readonly output: number | null; readonly weights: number | null };
}

/** What an end of the network loses. */
interface EndRun extends Omit<EndLoss, "dy"> {
  readonly id: string;
}

/** A network run once, forward and back. */
export interface NetworkRun {
  readonly layers: readonly LayerRun[];
  readonly ends: readonly EndRun[];
  /** The sum over the ends. */
  readonly loss: number;
  /** ‖∂L/∂x‖ of the input; null where no gradient comes. */
  readonly inputGradient: number | null;
}

export interface RunOptions {
  readonly seed?: number;
  /** Told before each piece of work; `place` is the layer's, and undefined while weights are drawn. */
  readonly say?: (doing: "draw" | "forward" | "backward", place?: number) => void;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

/**
 * Runs a network once: an input and weights drawn from a seed, forward through every layer, a loss at each end, and
 * back to the gradients of every layer. Dropout passes everything on, and batch normalisation takes the statistics of
 * the batch, as in training. The gradients of weights are measured and let go of, layer by layer.
 *
 * @throws KernelError ERR_INPUT for a network that cannot be run, ERR_MEMORY for one that is too large
 * @example runNetwork(networkReport([{ name: "Linear", out: 10 }], [1, 20])).layers[0]?.output.mean
 */
export function runNetwork(report: NetworkReport, options: RunOptions = {}): NetworkRun {
  const places = placesOf(report);
  demandOf(places);
  try {
    return run(places, report.taken, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new KernelError(
      "ERR_MEMORY",
      "There is not as much free memory here as a run of this network takes; a smaller input or batch would take less.",
    );
  }
}

function run(
  places: readonly Place[],
  shape: readonly number[],
  { seed = 1, say = () => {}, now = () => performance.now() }: RunOptions,
): NetworkRun {
  say("draw");
  const draw = drawFrom(seed);
  const x = drawnTensor(shape, 1, draw);
  const weights = places.map(({ stage, owner }, index) =>
    owner === index ? drawnWeights(stage, draw) : {},
  );
  const forward = stopwatch(now, (place) => say("forward", place));
  const passes = forwardThrough(places, weights, x, forward.around);
  const outputs = passes.map(({ y }) => spreadOf(y));
  const losses = lossesOf(places, passes);
  const dys = new Map(losses.map(({ index, dy }) => [index, dy]));
  const backward = stopwatch(now, (place) => say("backward", place));
  const found = new Map<number, LayerRun["gradient"]>();
  const heard = (one: LayerGradients) => found.set(one.index, normsOf(one));
  const dx = backwardThrough(places, passes, dys, heard, backward.around);
  return {
    layers: outputs.map((output, index) => ({
      id: places[index]?.id ?? "",
      output,
      forward: forward.times.get(index) ?? 0,
      backward: backward.times.get(index) ?? 0,
      gradient: found.get(index) ?? { output: null, weights: null },
    })),
    ends: losses.map(({ id, kind, value, classes }) => ({ id, kind, value, classes })),
    loss: losses.reduce((sum, { value }) => sum + value, 0),
    inputGradient: dx ? normOf([dx]) : null,
  };
}

function lossesOf(places: readonly Place[], passes: readonly LayerPass[]) {
  return endsOf(places).flatMap((index) => {
    const [place, pass] = [places[index], passes[index]];
    return place && pass ? [{ index, id: place.id, ...lossOf(place.stage.layer, pass.y) }] : [];
  });
}

function normsOf({ dy, weights }: LayerGradients): LayerRun["gradient"] {
  const learned = Object.values(weights);
  return { output: normOf([dy]), weights: learned.length > 0 ? normOf(learned) : null };
}

/** Times pieces of work by their place, and says before each that it begins. */
function stopwatch(now: () => number, begins: (place: number) => void) {
  const times = new Map<number, number>();
  function around<Result>(place: number, work: () => Result): Result {
    begins(place);
    const begin = now();
    const result = work();
    times.set(place, now() - begin);
    return result;
  }
  return { times, around };
}
