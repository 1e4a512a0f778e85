import { type Tensor, KernelError, pairOf } from "@/lib/tensor";
import { type Params, showShape } from "@/lib/question";
import type { LayerMap, LayerOperation, LayerSpec, Looks } from "./layer-spec";
import type { Layer, LayerOptions } from "./network";

/** Every kind of layer, by PyTorch's names; GlobalAvgPool2d and GlobalMaxPool2d are what others call them. */
export const LAYERS: Readonly<Record<string, LayerSpec>> = {
  Conv2d: {
    stems: ["conv"],
    takes: ["in", "out", "kernel", "stride", "padding", "pad", "dilation", "groups", "bias"],
    needs: ["out", "kernel"],
    operation: conv2d,
    looks: windowOf,
  },
  ConvTranspose2d: {
    stems: ["convt"],
    takes: [
      ...([
        "in",
        "out",
        "kernel",
        "stride",
        "padding",
        "pad",
        "dilation",
        "groups",
        "bias",
      ] as const),
      "output_padding",
    ],
    needs: ["out", "kernel"],
    operation: convTranspose2d,
    looks: () => "irregular",
  },
  MaxPool2d: {
    stems: ["pool"],
    takes: ["kernel", "stride", "padding", "pad", "dilation", "ceil_mode"],
    needs: ["kernel"],
    operation: (layer) => ({ op: "max_pool2d", params: windowParams(layer), weights: {} }),
    looks: poolWindowOf,
  },
  AvgPool2d: {
    stems: ["pool"],
    takes: ["kernel", "stride", "padding", "pad", "ceil_mode", "count_include_pad"],
    needs: ["kernel"],
    operation: (layer) => ({ op: "avg_pool2d", params: windowParams(layer), weights: {} }),
    looks: poolWindowOf,
  },
  AdaptiveAvgPool2d: adaptive("adaptive_avg_pool2d"),
  AdaptiveMaxPool2d: adaptive("adaptive_max_pool2d"),
  GlobalAvgPool2d: globalPool("global_avg_pool2d"),
  GlobalMaxPool2d: globalPool("global_max_pool2d"),
  Linear: {
    stems: ["linear", "fc"],
    takes: ["in", "out", "bias"],
    needs: ["out"],
    operation: linear,
    looks: () => "everything",
  },
  BatchNorm2d: {
    stems: ["bn", "batchnorm"],
    takes: ["in", "eps"],
    operation: batchNorm,
    looks: () => "cell",
  },
  ReLU: {
    stems: ["relu"],
    takes: [],
    operation: () => ({ op: "relu", params: {}, weights: {} }),
    looks: () => "cell",
  },
  Softmax: {
    stems: ["softmax"],
    takes: ["axis"],
    operation: ({ axis = -1 }) => ({ op: "softmax", params: { axis }, weights: {} }),
    looks: () => "cell",
  },
  LeakyReLU: activation(
    "leakyrelu",
    (x, { negative_slope = 0.01 }) => (x > 0 ? x : negative_slope * x),
    (x, _, { negative_slope = 0.01 }) => (x > 0 ? 1 : negative_slope),
    ["negative_slope"],
  ),
  ReLU6: activation(
    "relu",
    (x) => Math.min(Math.max(x, 0), 6),
    (x) => (x > 0 && x < 6 ? 1 : 0),
  ),
  Sigmoid: activation(
    "sigmoid",
    (x) => 1 / (1 + Math.exp(-x)),
    (_, y) => y * (1 - y),
  ),
  Tanh: activation("tanh", Math.tanh, (_, y) => 1 - y * y),
  SiLU: activation(
    "silu",
    (x) => x / (1 + Math.exp(-x)),
    (x, y) => y + (1 - y) / (1 + Math.exp(-x)),
  ),
  Dropout: activation(
    "dropout",
    (x) => x,
    () => 1,
    ["p"],
  ),
  Dropout2d: activation(
    "dropout",
    (x) => x,
    () => 1,
    ["p"],
  ),
  Identity: activation(
    "identity",
    (x) => x,
    () => 1,
  ),
  Flatten: {
    stems: ["flatten"],
    takes: [],
    map: {
      outShape: ([batch = 1, ...rest]) => [batch, rest.reduce((all, size) => all * size, 1)],
      forward: (x) => x.data,
      slope: () => 1,
    },
    looks: () => "cell",
  },
};

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

function batchNorm(layer: Layer, shape: readonly number[]): LayerOperation {
  const channels = imageChannels(layer, shape);
  return {
    op: "batch_norm_train",
    params: given(layer, ["eps"]),
    weights: { gamma: [channels], beta: [channels] },
  };
}

function adaptive(op: "adaptive_avg_pool2d" | "adaptive_max_pool2d"): LayerSpec {
  return {
    stems: ["pool"],
    takes: ["output_size"],
    needs: ["output_size"],
    operation: (layer) => ({ op, params: given(layer, ["output_size"]), weights: {} }),
    looks: ({ output_size = 1 }, plane) => evenSpans(plane, pairOf(output_size)),
  };
}

/** Where the output divides the input, adaptive pooling is pooling by in/out; else its spans differ. */
function evenSpans(plane: readonly [number, number], out: readonly [number, number]): Looks {
  const kernel = [plane[0] / out[0], plane[1] / out[1]] as const;
  return kernel.every(Number.isInteger) ? { kernel, stride: kernel } : "irregular";
}

function globalPool(op: "global_avg_pool2d" | "global_max_pool2d"): LayerSpec {
  return {
    stems: ["pool"],
    takes: [],
    operation: () => ({ op, params: {}, weights: {} }),
    looks: () => "plane",
  };
}

function activation(
  stem: string,
  value: (x: number, layer: Layer) => number,
  slope: NonNullable<LayerMap["slope"]>,
  takes: readonly (keyof LayerOptions)[] = [],
): LayerSpec {
  const forward = (x: Tensor, layer: Layer) => x.data.map((one) => value(one, layer));
  return { stems: [stem], takes, map: { forward, slope }, looks: () => "cell" };
}

function windowOf({ kernel = 1, stride = 1, padding, pad, dilation = 1 }: Layer): Looks {
  return {
    kernel,
    stride,
    dilation,
    ...(padding === undefined ? {} : { padding }),
    ...(pad === undefined ? {} : { pad }),
  };
}

function poolWindowOf(layer: Layer): Looks {
  return windowOf({ ...layer, stride: layer.stride ?? layer.kernel ?? 1 });
}

function windowParams(layer: Layer): Params {
  const pooling = layer.name.includes("Pool") ? (["kernel"] as const) : [];
  return given(layer, [
    ...pooling,
    "stride",
    "padding",
    "pad",
    "dilation",
    "ceil_mode",
    "count_include_pad",
  ]);
}

/** The named parameters that the layer states. */
function given(layer: Layer, names: readonly (keyof Params & keyof Layer)[]): Params {
  return Object.fromEntries(
    names.filter((name) => layer[name] !== undefined).map((name) => [name, layer[name]]),
  );
}

function bias(layer: Layer, out: number) {
  return (layer.bias ?? true) ? { b: [out] } : {};
}

function imageChannels(layer: Layer, shape: readonly number[]): number {
  const channels = shape[1];
  if (shape.length !== 4 || channels === undefined) {
    throw new KernelError(
      "ERR_SHAPE",
      `An image N×C×H×W is needed, but what arrives has the shape ${showShape(shape)}.`,
    );
  }
  checkIn(layer, channels, "channels", shape);
  return channels;
}

function checkIn(layer: Layer, actual: number, what: string, shape: readonly number[]): void {
  if (layer.in === undefined || layer.in === actual) return;
  throw new KernelError(
    "ERR_CHANNELS",
    `in is ${layer.in}, but what arrives has the shape ${showShape(shape)}, so ${actual} ${what}. in = ${actual} would fit.`,
  );
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
