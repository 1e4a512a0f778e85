import type { Tensor } from "@/lib/tensor";
import type { LayerPass, Weights } from "../pass/layer-pass";
import type { Place } from "./place";

type Gradients = ReturnType<LayerPass["gradients"]>;

/** The gradients at one layer. */
export interface LayerGradients {
  readonly index: number;
  readonly dy: Tensor;
  /** ∂L/∂w of what it owns, summed over the layers that share it; empty where it shares another's. */
  readonly weights: Weights;
}

/**
 * The gradients of the loss, from the last layer back. Each is handed over as it is found and then let go of, so that
 * no more than one layer's gradients of weights are held at once; `passes` is emptied on the way.
 *
 * @param dys ∂L/∂y at the ends of the network, by place
 * @param around called in place of each layer's work, which it must do
 * @returns ∂L/∂x of the input; undefined where no gradient reaches it
 */
export function backwardThrough(
  places: readonly Place[],
  passes: LayerPass[],
  dys: ReadonlyMap<number, Tensor>,
  heard: (gradients: LayerGradients) => void,
  around: (index: number, work: () => Gradients) => Gradients = (_, work) => work(),
): Tensor | undefined {
  const arriving = new Map(dys);
  const shared = new Map<number, Weights>();
  for (let index = places.length - 1; index >= 0; index--) {
    const [place, pass, dy] = [places[index], passes.pop(), arriving.get(index)];
    if (!place || !pass || !dy) continue;
    arriving.delete(index);
    const { xs, weights } = around(index, () => pass.gradients(dy));
    for (const [branch, source] of place.sources.entries()) {
      const dx = xs[branch];
      if (dx) arriving.set(source, added(arriving.get(source), dx));
    }
    const together = addedWeights(shared.get(place.owner), weights);
    if (place.owner !== index) shared.set(place.owner, together);
    heard({ index, dy, weights: place.owner === index ? together : {} });
  }
  return arriving.get(-1);
}

/** A gradient that comes back by several ways is their sum; none is changed in place, since branches may hold the same. */
function added(one: Tensor | undefined, other: Tensor): Tensor {
  if (!one) return other;
  return { shape: other.shape, data: other.data.map((value, at) => value + (one.data[at] ?? 0)) };
}

function addedWeights(some: Weights | undefined, more: Weights): Weights {
  if (!some) return more;
  return Object.fromEntries(
    Object.entries(more).map(([name, weight]) => [name, added(some[name], weight)]),
  );
}
