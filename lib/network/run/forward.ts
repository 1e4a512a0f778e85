import { KernelError, type Tensor } from "@/lib/tensor";
import type { LayerPass, Weights } from "../pass/layer-pass";
import { atLayer } from "../stages";
import type { Place } from "./place";
import { stagePass } from "./stage-pass";

/**
 * x through every layer.
 *
 * @param weights those of every place, by name
 * @param around called in place of each layer's work, which it must do: to time it, and to say how far it is
 * @throws KernelError that names the layer
 */
export function forwardThrough(
  places: readonly Place[],
  weights: readonly Weights[],
  x: Tensor,
  around: (index: number, work: () => LayerPass) => LayerPass = (_, work) => work(),
): LayerPass[] {
  const passes: LayerPass[] = [];
  for (const [index, { stage, sources, owner }] of places.entries()) {
    const [first, ...more] = sources.map((source) => passes[source]?.y ?? x);
    if (!first) throw new KernelError("ERR_INPUT", "Nothing arrives.");
    const work = () => stagePass(stage, [first, ...more], weights[owner] ?? {});
    passes.push(around(index, () => atLayer(index, stage.layer, work)));
  }
  return passes;
}
