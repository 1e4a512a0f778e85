import type { Question } from "@/lib/question";
import type { ChainLayer } from "@/lib/tensor";
import { wrappedShape } from "./batch";
import type { NetworkQuestion } from "./network";
import type { Stage } from "./stages";
import { stagesOf } from "./walk";
import { withGivenBiases } from "./weights";

/** A layer of a chain by itself: what arrives, what leaves, what it asks, and the window it adds to the chain. */
export interface NetworkPart {
  readonly name: string;
  readonly inShape: readonly number[];
  readonly outShape: readonly number[];
  /** The layer's operation on shapes alone; absent where it is none (Flatten, Sigmoid …). */
  readonly question?: Question;
  /** Absent where a cell of the layer sees one cell, or where what it sees is irregular. */
  readonly window?: { readonly height: ChainLayer; readonly width: ChainLayer };
}

/**
 * The layers of a network, each by itself.
 *
 * @throws KernelError that names the layer by number and kind
 * @example networkParts(question)[0]?.outShape // [1, 64, 55, 55]
 */
export function networkParts(question: NetworkQuestion): NetworkPart[] {
  const layers = withGivenBiases(question);
  const shape = wrappedShape(layers, question.inputs.x?.shape ?? []);
  return stagesOf(layers, shape, question).map((stage) => {
    const { height, width } = windowOf(stage);
    return {
      name: stage.layer.name,
      inShape: stage.inShape,
      outShape: stage.leaves.shape,
      ...(stage.question ? { question: stage.question } : {}),
      ...(height && width ? { window: { height, width } } : {}),
    };
  });
}

/** The window that a layer put at the end of its chain. */
function windowOf({ row, leaves: { chain } }: Stage) {
  const [height, width] = [chain?.height.at(-1), chain?.width.at(-1)];
  return height?.name === row.id && width?.name === row.id ? { height, width } : {};
}
