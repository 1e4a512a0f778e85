import type { Tensor } from "@/lib/tensor";
import type { LayerMap, LayerSpec } from "../layer-spec";
import type { Layer, LayerOptions } from "../network";

/** Layers that change each value by itself, or not at all. */
export const ACTIVATIONS: Readonly<Record<string, LayerSpec>> = {
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
  ELU: activation(
    "elu",
    (x) => (x > 0 ? x : Math.expm1(x)),
    (x) => (x > 0 ? 1 : Math.exp(x)),
  ),
  Sigmoid: activation("sigmoid", sigmoid, (_, y) => y * (1 - y)),
  Tanh: activation("tanh", Math.tanh, (_, y) => 1 - y * y),
  SiLU: activation(
    "silu",
    (x) => x * sigmoid(x),
    (x, y) => y + (1 - y) * sigmoid(x),
  ),
  Hardsigmoid: activation("hardsigmoid", hardSigmoid, (x) => (Math.abs(x) < 3 ? 1 / 6 : 0)),
  Hardswish: activation(
    "hardswish",
    (x) => x * hardSigmoid(x),
    (x) => (x <= -3 ? 0 : x >= 3 ? 1 : (2 * x + 3) / 6),
  ),
  Hardtanh: activation(
    "hardtanh",
    (x) => Math.min(Math.max(x, -1), 1),
    (x) => (Math.abs(x) < 1 ? 1 : 0),
  ),
  Softplus: activation(
    "softplus",
    (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    sigmoid,
  ),
  GELU: counted("gelu"),
  SELU: counted("selu"),
  Mish: counted("mish"),
  LogSoftmax: counted("logsoftmax", ["axis"]),
  PReLU: {
    ...counted("prelu", ["in"]),
    learned: ({ in: slopes = 1 }) => ({ slope: [slopes] }),
  },
  Dropout: passing("dropout", ["p"]),
  Dropout2d: passing("dropout", ["p"]),
  Identity: passing("identity"),
};

function activation(
  stem: string,
  value: (x: number, layer: Layer) => number,
  slope: LayerMap["slope"],
  takes: readonly (keyof LayerOptions)[] = [],
): LayerSpec {
  const forward = (x: Tensor, layer: Layer) => x.data.map((one) => value(one, layer));
  return { stems: [stem], takes, map: { forward, slope }, looks: () => "cell" };
}

/** A layer that hands on what arrives. */
function passing(stem: string, takes: readonly (keyof LayerOptions)[] = []): LayerSpec {
  return activation(
    stem,
    (x) => x,
    () => 1,
    takes,
  );
}

/** A layer of the shape of what arrives, whose values are not computed. */
function counted(stem: string, takes: readonly (keyof LayerOptions)[] = []): LayerSpec {
  return { stems: [stem], takes, looks: () => "cell" };
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function hardSigmoid(x: number): number {
  return Math.min(Math.max(x / 6 + 1 / 2, 0), 1);
}
