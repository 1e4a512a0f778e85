import { KernelError } from "@/lib/tensor";
import type { Layer } from "./network";
import { isKnown, layerName } from "./spec-of";

/** A network whose last fully connected layer was replaced. */
export interface NewHead {
  readonly layers: readonly Layer[];
  /** The place of the new layer. */
  readonly head: number;
}

/**
 * The network with a new head: its last fully connected layer gives `out` features, as transfer learning to another
 * set of classes has it. To train the head alone, freeze every other layer in `trainingOf`.
 *
 * @throws KernelError ERR_INPUT where no layer is fully connected
 * @example withNewHead(layers, 10).layers.at(-1)?.out // 10
 */
export function withNewHead(layers: readonly Layer[], out: number): NewHead {
  const head = layers.findLastIndex(({ name }) => isKnown(name) && layerName(name) === "Linear");
  if (head < 0) {
    throw new KernelError(
      "ERR_INPUT",
      "No layer is fully connected, so there is no head to replace; a Linear at the end would be one.",
    );
  }
  return {
    layers: layers.map((layer, index) => (index === head ? { ...layer, out } : layer)),
    head,
  };
}
