import type { Tensor } from "@/lib/tensor";
import type { LayerMap, LayerSpec } from "../layer-spec";
import type { Layer, LayerOptions } from "../network";
import { erf } from "../pass/error-function";
import { leaned } from "../pass/leaned";
import { logSoftmaxed } from "../pass/log-softmax";

/** The constants that keep mean 0 and variance 1: Klambauer and others, Self-Normalizing Neural Networks, 2017. */
const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;

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
  Softplus: activation("softplus", softplus, sigmoid),
  GELU: activation(
    "gelu",
    (x) => x * normalShare(x),
    (x) => normalShare(x) + (x * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI),
  ),
  SELU: activation(
    "selu",
    (x) => SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x)),
    (x) => SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * Math.exp(x)),
  ),
  Mish: activation(
    "mish",
    (x) => x * Math.tanh(softplus(x)),
    (x) => {
      const t = Math.tanh(softplus(x));
      return t + x * (1 - t * t) * sigmoid(x);
    },
  ),
  LogSoftmax: {
    stems: ["logsoftmax"],
    takes: ["axis"],
    pass: logSoftmaxed,
    looks: () => "cell",
  },
  PReLU: {
    stems: ["prelu"],
    takes: ["in"],
    learned: ({ in: slopes = 1 }) => ({ slope: [slopes] }),
    pass: leaned,
    looks: () => "cell",
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

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function hardSigmoid(x: number): number {
  return Math.min(Math.max(x / 6 + 1 / 2, 0), 1);
}

function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** The share of a standard normal distribution that lies below x. */
function normalShare(x: number): number {
  return (1 + erf(x / Math.SQRT2)) / 2;
}
