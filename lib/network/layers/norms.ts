import { KernelError } from "@/lib/tensor";
import { showShape, valuesIn } from "@/lib/question";
import type { LayerOperation, LayerSpec } from "../layer-spec";
import type { Layer } from "../network";
import { channelPlace } from "../pass/affine";
import { normalised } from "../pass/normalised";
import { checkIn, given, imageChannels } from "./options";

/** Normalisation: a scale γ and a shift β to learn, unless `affine` is false. */
export const NORMS = {
  BatchNorm2d: {
    stems: ["bn", "batchnorm"],
    takes: ["in", "eps", "affine", "stats"],
    operation: batchNorm,
    buffers: ({ stats = true }, shape) => (stats ? 2 * (shape[1] ?? 0) : 0),
    looks: () => "cell",
  },
  InstanceNorm2d: {
    stems: ["instancenorm"],
    takes: ["in", "eps", "affine"],
    learned: (layer, shape) =>
      scaleAndShift({ affine: false, ...layer }, [imageChannels(layer, shape)]),
    pass: normalised((shape) => ({ size: areaOf(shape), place: channelPlace(shape) })),
    looks: () => "cell",
  },
  GroupNorm: {
    stems: ["groupnorm"],
    takes: ["groups", "in", "eps", "affine"],
    needs: ["groups"],
    learned: groupNorm,
    pass: normalised((shape, { groups = 1 }) => ({
      size: (areaOf(shape) * (shape[1] ?? 1)) / groups,
      place: channelPlace(shape),
    })),
    looks: () => "cell",
  },
  LayerNorm: {
    stems: ["layernorm"],
    takes: ["shape", "eps", "affine"],
    needs: ["shape"],
    learned: layerNorm,
    pass: normalised((_, { shape: own = [] }) => {
      const size = valuesIn(own);
      return { size, place: (cell) => cell % size };
    }),
    looks: () => "cell",
  },
  LocalResponseNorm: { stems: ["lrn"], takes: ["size"], looks: () => "cell" },
} as const satisfies Readonly<Record<string, LayerSpec>>;

function areaOf([, , ...plane]: readonly number[]): number {
  return valuesIn(plane);
}

function batchNorm(layer: Layer, shape: readonly number[]): LayerOperation {
  const channels = shape.length === 2 ? features(layer, shape) : imageChannels(layer, shape);
  return {
    op: "batch_norm_train",
    params: given(layer, ["eps"]),
    weights: scaleAndShift(layer, [channels]),
  };
}

function features(layer: Layer, shape: readonly number[]): number {
  const count = shape.at(-1) ?? 1;
  checkIn(layer, count, "features", shape);
  return count;
}

function groupNorm(layer: Layer, shape: readonly number[]) {
  const { groups = 1 } = layer;
  const channels = imageChannels(layer, shape);
  if (groups >= 1 && channels % groups === 0) return scaleAndShift(layer, [channels]);
  throw new KernelError(
    "ERR_CHANNELS",
    `${channels} channels do not divide into ${groups} groups.`,
  );
}

/** LayerNorm's own shape must be that of the last axes. */
function layerNorm(layer: Layer, shape: readonly number[]) {
  const { shape: own = [] } = layer;
  const last = shape.slice(-own.length);
  if (own.length > 0 && own.every((size, axis) => size === last[axis])) {
    return scaleAndShift(layer, own);
  }
  throw new KernelError(
    "ERR_SHAPE",
    `The last axes of what arrives, ${showShape(shape)}, are not ${showShape(own)}. ${showShape(shape.slice(1))} would fit.`,
  );
}

function scaleAndShift(
  { affine = true }: Pick<Layer, "affine">,
  sizes: readonly number[],
): Readonly<Record<"gamma" | "beta", readonly number[]>> | Record<string, never> {
  return affine ? { gamma: sizes, beta: sizes } : {};
}
