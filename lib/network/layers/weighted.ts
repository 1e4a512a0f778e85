import { KernelError, pairOf } from "@/lib/tensor";
import { showShape } from "@/lib/question";
import type { LayerOperation, LayerSpec, OperationPart } from "../layer-spec";
import type { Layer } from "../network";
import { distanced } from "../pass/distanced";
import { checkIn, given, imageChannels, windowOf, windowParams } from "./options";

const WINDOW = [
  "in",
  "out",
  "kernel",
  "stride",
  "padding",
  "pad",
  "dilation",
  "groups",
  "bias",
  "activation",
] as const;

/** Layers with weights that are multiplied: convolutions and fully connected ones. */
export const WEIGHTED = {
  Conv2d: {
    stems: ["conv"],
    takes: [...WINDOW, "connections"],
    needs: ["out", "kernel"],
    operation: conv2d,
    looks: windowOf,
  },
  ConvTranspose2d: {
    stems: ["convt"],
    takes: [...WINDOW, "output_padding"],
    needs: ["out", "kernel"],
    operation: convTranspose2d,
    looks: () => "irregular",
  },
  Linear: {
    stems: ["linear", "fc"],
    takes: ["in", "out", "bias", "activation"],
    needs: ["out"],
    operation: linear,
    looks: () => "everything",
  },
  RBF: {
    stems: ["rbf"],
    takes: ["in", "out"],
    needs: ["out"],
    outShape: (shape, { out = 0 }) => [shape[0] ?? 1, out],
    buffers: centres,
    kept: (layer, shape) => ({ centres: [layer.out ?? 0, shape.at(-1) ?? 1] }),
    pass: distanced,
    macs: (layer, shape) => (shape[0] ?? 1) * centres(layer, shape),
    looks: () => "everything",
  },
} as const satisfies Readonly<Record<string, LayerSpec>>;

function conv2d(layer: Layer, shape: readonly number[]): LayerOperation {
  const { out = 0, kernel = 0, groups = 1 } = layer;
  const channels = imageChannels(layer, shape);
  return {
    op: "conv2d",
    params: { ...windowParams(layer), ...given(layer, ["groups"]) },
    weights: {
      w: [out, perGroup(channels, groups, "input channels"), ...pairOf(kernel)],
      ...bias(layer, out),
    },
    ...(layer.connections ? { parts: connectedParts(layer, layer.connections, shape) } : {}),
  };
}

/** Output channels that read equally many input channels, together as a convolution of their own. */
function connectedParts(
  layer: Layer,
  connections: readonly (readonly number[])[],
  shape: readonly number[],
): readonly OperationPart[] {
  const [batch = 1, channels = 0, ...plane] = shape;
  checkConnections(layer, connections, channels);
  const reads = [...new Set(connections.map(({ length }) => length))].toSorted((a, b) => a - b);
  return reads.map((read) => {
    const many = connections.filter(({ length }) => length === read).length;
    return {
      shape: [batch, read, ...plane],
      weights: { w: [many, read, ...pairOf(layer.kernel ?? 0)], ...bias(layer, many) },
    };
  });
}

function checkConnections(
  { out = 0, groups = 1 }: Layer,
  connections: readonly (readonly number[])[],
  channels: number,
): void {
  const isList = connections.every(
    (read) =>
      read.length > 0 &&
      new Set(read).size === read.length &&
      read.every((channel) => channel < channels),
  );
  if (groups === 1 && connections.length === out && isList) return;
  throw new KernelError(
    "ERR_CHANNELS",
    `connections must list, for each of the ${out} output channels, some of the input channels 0 to ${channels - 1}, each once, and groups must be 1.`,
  );
}

function convTranspose2d(layer: Layer, shape: readonly number[]): LayerOperation {
  const { out = 0, kernel = 0, groups = 1 } = layer;
  const channels = imageChannels(layer, shape);
  return {
    op: "conv_transpose2d",
    params: given(layer, ["stride", "padding", "pad", "dilation", "groups", "output_padding"]),
    weights: {
      w: [channels, perGroup(out, groups, "output channels"), ...pairOf(kernel)],
      ...bias(layer, out),
    },
  };
}

function linear(layer: Layer, shape: readonly number[]): LayerOperation {
  const features = shape.at(-1) ?? 1;
  if (shape.length > 2) throw flattenFirst(shape);
  checkIn(layer, features, "features", shape);
  const { out = 0 } = layer;
  return { op: "linear", params: {}, weights: { w: [out, features], ...bias(layer, out) } };
}

/** Distances to fixed centres, as the last layer of LeNet-5 in 1998: kept, not learned. */
function centres(layer: Layer, shape: readonly number[]): number {
  const features = shape.at(-1) ?? 1;
  if (shape.length > 2) throw flattenFirst(shape);
  checkIn(layer, features, "features", shape);
  return features * (layer.out ?? 0);
}

function bias(layer: Layer, out: number) {
  return (layer.bias ?? true) ? { b: [out] } : {};
}

function perGroup(channels: number, groups: number, what: string): number {
  if (groups >= 1 && channels % groups === 0) return channels / groups;
  throw new KernelError("ERR_CHANNELS", `${channels} ${what} do not divide into ${groups} groups.`);
}

function flattenFirst(shape: readonly number[]): KernelError {
  const sizes = shape.slice(1);
  const features = sizes.reduce((all, size) => all * size, 1);
  return new KernelError(
    "ERR_SHAPE",
    `Rows of features are needed, but what arrives has the shape ${showShape(shape)}. ` +
      `A Flatten before it would make ${sizes.join("·")} = ${features} features.`,
  );
}
