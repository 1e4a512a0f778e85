import { didYouMean } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import type { LayerSpec } from "./layer-spec";
import type { Layer } from "./network";
import { type Chain, widestOf } from "./sight";

/** What comes to a layer, and how far one of its cells has seen by then. */
export interface Arrival {
  readonly shape: readonly number[];
  readonly chain: Chain | undefined;
}

/** What arrives at a layer, branch by branch. */
export type Arrivals = readonly Arrival[];

/** The id that `from` calls the network's input by, unless a layer has it. */
const INPUT = "input";

/**
 * The places of the layers that a layer reads; −1 is the network's input.
 *
 * @param ids the names of the layers before it
 * @throws KernelError ERR_INPUT for an id that no earlier layer has
 * @example sourcesOf({ name: "Add", from: ["conv1", "input"] }, [["conv1"]]) // [0, -1]
 */
export function sourcesOf(layer: Layer, ids: readonly (readonly string[])[]): readonly number[] {
  const { from } = layer;
  if (from === undefined) return [ids.length - 1];
  const names = typeof from === "string" ? [from] : from;
  return names.map((name) => placeOf(name, ids));
}

function placeOf(name: string, ids: readonly (readonly string[])[]): number {
  const place = ids.findIndex((own) => own.includes(name));
  if (place >= 0 || name === INPUT) return place;
  const known = [INPUT, ...ids.flatMap((own) => own.slice(0, 1))];
  throw new KernelError(
    "ERR_INPUT",
    `from is "${name}", but no earlier layer has that id. ${didYouMean(name, known)}`,
  );
}

/**
 * What a layer works on: the one thing that arrives, or the branches that meet in it as one.
 *
 * @throws KernelError where branches do not go together, or arrive at a layer that takes one
 */
export function together(
  layer: Layer,
  { merge }: LayerSpec,
  arrivals: Arrivals,
): { readonly arriving: Arrival; readonly shapes: readonly (readonly number[])[] } {
  const [first] = arrivals;
  const shapes = arrivals.map(({ shape }) => shape);
  if (merge && arrivals.length < 2) {
    throw new KernelError(
      "ERR_INPUT",
      `One branch arrives; "from" must list at least two layers, such as ["conv1", "${INPUT}"].`,
    );
  }
  if (merge) {
    const chain = widestOf(arrivals.map((one) => one.chain));
    return { arriving: { shape: merge(shapes, layer), chain }, shapes };
  }
  if (first && arrivals.length === 1) return { arriving: first, shapes };
  throw new KernelError(
    "ERR_INPUT",
    `${arrivals.length} branches arrive, but this layer takes one; Add or Concat brings them together.`,
  );
}
