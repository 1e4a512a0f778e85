import type { Layer } from "../network";
import { MAX_LAYERS } from "./limits";
import { ReadError } from "./problem";
import type { Arriving, Module, Tensor } from "./values";

/** A layer in its place: what it reads, and which module of the code it is. */
export interface Node {
  readonly layer: Layer;
  readonly line: number;
  readonly from: readonly number[];
  readonly complaint?: { readonly code: "ERR_LAYER" | "ERR_ARGUMENT"; readonly message: string };
  /** Absent for a function, which learns nothing. */
  readonly module?: Module;
  /** Which of the layers that one module stands for. */
  readonly part: number;
  readonly leaves: Arriving;
}

/** The layers that were used, in order of use. */
export class Graph {
  readonly nodes: Node[] = [];
  /** What the input is known to be. */
  input: Arriving = { channels: undefined, isFlat: false };

  /** Uses a layer. @throws ReadError ERR_LIMIT */
  add(node: Omit<Node, "leaves">): Tensor {
    if (this.nodes.length >= MAX_LAYERS) {
      throw new ReadError("ERR_LIMIT", `More than ${MAX_LAYERS} layers.`, node.line);
    }
    const [first, ...further] = this.arrivingAt(node.from);
    // What an unknown layer makes of the channels is not known.
    const isUnknown = node.complaint?.code === "ERR_LAYER";
    const arriving = first && isUnknown ? { ...first, channels: undefined } : first;
    const leaves = leaving(node.layer, arriving ? [arriving, ...further] : further);
    this.nodes.push({ ...node, leaves });
    return { kind: "tensor", node: this.nodes.length - 1 };
  }

  /** What is known of what arrives at a layer that reads these. */
  arrivingAt(from: readonly number[]): readonly Arriving[] {
    return from.map((place) => this.nodes[place]?.leaves ?? this.input);
  }

  /** The places of the layers that lead to these outputs, in order. */
  leadingTo(outputs: readonly number[]): readonly number[] {
    const found = new Set<number>();
    const open = [...outputs];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (place < 0 || found.has(place)) continue;
      found.add(place);
      open.push(...(this.nodes[place]?.from ?? []));
    }
    return [...found].toSorted((one, other) => one - other);
  }
}

function leaving(layer: Layer, arriving: readonly Arriving[]): Arriving {
  const [first = { channels: undefined, isFlat: false }] = arriving;
  switch (layer.name) {
    case "Conv2d":
    case "ConvTranspose2d":
      return { channels: layer.out, isFlat: false };
    case "Linear":
      return { channels: layer.out, isFlat: true };
    case "Flatten":
      return { channels: layer.out, isFlat: true };
    case "Reshape":
      return { channels: layer.shape?.[0], isFlat: false };
    case "PixelShuffle":
      return { channels: undefined, isFlat: false };
    case "Concat":
      return { ...first, channels: sumOf(arriving.map(({ channels }) => channels)) };
    default:
      return first;
  }
}

function sumOf(counts: readonly (number | undefined)[]): number | undefined {
  const known = counts.filter((one) => one !== undefined);
  return known.length === counts.length ? known.reduce((sum, one) => sum + one, 0) : undefined;
}
