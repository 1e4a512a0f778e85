import { type Layer, networkReport } from "@/lib/network";
import type { LayerPass, Weights } from "@/lib/network/pass/layer-pass";
import { backwardThrough } from "@/lib/network/run/backward";
import { keepConnected } from "@/lib/network/run/connections";
import { type Draw, drawFrom, drawnTensor, drawnWeights } from "@/lib/network/run/drawn-weights";
import { forwardThrough } from "@/lib/network/run/forward";
import { lossOf } from "@/lib/network/run/loss";
import { type Place, endsOf, placesOf } from "@/lib/network/run/place";
import type { Tensor } from "@/lib/tensor";

/** A network with the numbers that go through it. */
export interface Trial {
  readonly places: readonly Place[];
  readonly x: Tensor;
  readonly weights: readonly Weights[];
}

/** A network with an input and weights from a seed; scales and shifts are moved off 1 and 0. */
export function drawnTrial(layers: readonly Layer[], shape: readonly number[]): Trial {
  const report = networkReport(layers, shape);
  const places = placesOf(report);
  const draw = drawFrom(5);
  const x = drawnTensor(report.taken, 1, draw);
  const weights = places.map(({ stage }) => {
    const moved = jittered(drawnWeights(stage, draw), draw);
    if (moved["w"]) keepConnected(moved["w"], stage.layer);
    return moved;
  });
  return { places, x, weights };
}

function jittered(weights: Weights, draw: Draw): Weights {
  return Object.fromEntries(
    Object.entries(weights).map(([name, { shape, data }]) => [
      name,
      { shape, data: name === "centres" ? data : data.map((value) => value + draw() / 4) },
    ]),
  );
}

/** The sum of the losses at the ends, and what goes back from them. */
export function lossesOf({ places }: Trial, passes: readonly LayerPass[]) {
  const losses = endsOf(places).flatMap((index) => {
    const [place, pass] = [places[index], passes[index]];
    return place && pass ? [{ index, ...lossOf(place.stage.layer, pass.y) }] : [];
  });
  return {
    loss: losses.reduce((sum, { value }) => sum + value, 0),
    dys: new Map(losses.map(({ index, dy }) => [index, dy])),
  };
}

/** The gradients by "3.w" (place and name) and of x, from ∂L/∂y at the ends. */
export function gradientsOf(
  { places, x, weights }: Trial,
  dysOf: (passes: readonly LayerPass[]) => ReadonlyMap<number, Tensor>,
): ReadonlyMap<string, Tensor> {
  const passes = forwardThrough(places, weights, x);
  const found = new Map<string, Tensor>();
  const dx = backwardThrough(places, passes, dysOf(passes), ({ index, dy, weights: grads }) => {
    found.set(`${index}.y`, dy);
    for (const [name, gradient] of Object.entries(grads)) found.set(`${index}.${name}`, gradient);
  });
  if (dx) found.set("x", dx);
  return found;
}

/** The largest difference between two tensors, as a part of the second's largest value where that is over 1; infinite where shapes differ. */
export function apart(actual: Tensor | undefined, wanted: Tensor): number {
  if (!actual || actual.shape.join() !== wanted.shape.join()) return Infinity;
  const largest = wanted.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const differences = wanted.data.map((value, at) => Math.abs(value - (actual.data[at] ?? NaN)));
  return (
    differences.reduce((most, one) => Math.max(most, Number.isNaN(one) ? Infinity : one), 0) /
    Math.max(largest, 1)
  );
}
