import { KernelError, pairOf } from "@/lib/tensor";
import { showShape } from "@/lib/question";
import type { LayerOperation, LayerSpec } from "../layer-spec";
import type { Layer } from "../network";
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
    takes: WINDOW,
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
  };
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
