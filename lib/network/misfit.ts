import { showShape } from "@/lib/question";
import type { KernelError } from "@/lib/tensor";
import type { Stage } from "./stages";
import type { Layer } from "./network";
import { isKnown, layerName } from "./spec-of";

/** What came before a layer, as far as it is known. */
interface Before {
  readonly stage?: Stage;
  readonly leaves?: { readonly shape: readonly number[] };
}

/**
 * What is wrong with a layer, in the words of the framework's arguments where its input does not fit.
 *
 * @example faultWords(error, { name: "Linear", in: 400, out: 120 }, flatten) // "in_features 400 does not fit 16×6×6 = 576; 576 would."
 */
export function faultWords(error: KernelError, layer: Layer, before: Before | undefined): string {
  const shape = before?.leaves?.shape;
  if (error.code !== "ERR_CHANNELS" || layer.in === undefined || !shape || !isKnown(layer.name)) {
    return error.message;
  }
  if (layerName(layer.name) === "Linear" && shape.length === 2) {
    return `in_features ${layer.in} does not fit ${featuresOf(shape, before.stage)}; ${shape[1]} would.`;
  }
  const channels = shape[1];
  if (channels === layer.in) return error.message;
  return `${layer.in} channels do not fit the ${channels} of ${showShape(shape)}, which arrives; ${channels} would.`;
}

/** The features, as the product that a Flatten made them of. */
function featuresOf(shape: readonly number[], stage: Stage | undefined): string {
  const sizes = stage?.layer.name === "Flatten" ? stage.inShape.slice(1) : [];
  return sizes.length > 1 ? `${sizes.join("×")} = ${shape[1]}` : `${shape[1]} features`;
}
