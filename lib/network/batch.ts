import { KernelError } from "@/lib/tensor";
import { showShape } from "@/lib/question";
import type { Layer } from "./network";
import { layerName, specOf } from "./spec-of";

/**
 * The shape in which a chain works: images N×C×H×W, rows of features N×features. H×W is one image of one channel
 * unless the first layer with weights is fully connected, which reads rank 2 as N×features.
 *
 * @throws KernelError ERR_SHAPE for another rank
 */
export function wrappedShape(
  layers: readonly Layer[],
  shape: readonly number[],
): readonly number[] {
  if (shape.length === 4) return shape;
  if (shape.length === 3) return [1, ...shape];
  const features = beginsFullyConnected(layers);
  if (shape.length === 2) return features ? shape : [1, 1, ...shape];
  if (shape.length === 1 && features) return [1, ...shape];
  throw new KernelError(
    "ERR_SHAPE",
    `x has the shape ${showShape(shape)}; a network reads H×W, C×H×W or N×C×H×W, and N×features where it begins with Linear.`,
  );
}

/** A shape in the rank of the network's input: the axes that `wrappedShape` put before it are dropped again. */
export function unwrapped(
  shape: readonly number[],
  inputRank: number,
  wrappedRank: number,
): readonly number[] {
  if (inputRank === wrappedRank) return shape;
  const single = shape.slice(1);
  return inputRank === 2 && single.length === 3 && single[0] === 1 ? single.slice(1) : single;
}

function beginsFullyConnected(layers: readonly Layer[]): boolean {
  const first = layers.find(({ name }) => !isActivation(name));
  return first === undefined || layerName(first.name) === "Linear";
}

/** Layers that take any shape and keep it. */
function isActivation(name: string): boolean {
  const { operation, outShape } = specOf(name);
  return operation ? ["ReLU", "Softmax"].includes(layerName(name)) : outShape === undefined;
}
