import type { Op } from "../question";
import type { NumpyCode } from "./numpy-code";
import { imagesOf } from "./plan";

type LayerOp = Exclude<Op, `conv${string}` | `${string}pool2d`>;

/** Layers without a window in NumPy. */
export const NUMPY_LAYERS: Readonly<Record<LayerOp, NumpyCode>> = {
  linear: {
    forward: (_, { x, w, b }) => [`Y = ${x} @ ${w}.T${b ? " + b" : ""}`],
    backward: (_, { x, w, b }) => [
      `G = G.reshape(len(${x}), -1)`,
      `dx, dw = G @ ${w}, G.T @ ${x}`,
      ...(b ? ["db = G.sum(axis=0)"] : []),
    ],
  },
  relu: {
    forward: (_, { x }) => [`Y = np.maximum(${x}, 0)`],
    backward: (_, { x }) => [`dx = G * (${x} > 0)`],
  },
  softmax: {
    forward: ({ question }, { x }) => {
      const axis = `axis=${question.params.axis ?? -1}, keepdims=True`;
      return [`E = np.exp(${x} - ${x}.max(${axis}))`, `Y = E / E.sum(${axis})`];
    },
    backward: ({ question }) => [
      `dx = Y * (G - (G * Y).sum(axis=${question.params.axis ?? -1}, keepdims=True))`,
    ],
  },
  cross_entropy: {
    forward: (_, { x }) => [
      `shifted = ${x} - ${x}.max(axis=1, keepdims=True)`,
      "logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))",
      "classes = target.astype(int).reshape(-1)",
      `Y = -logs[np.arange(len(${x})), classes].mean()`,
    ],
    backward: (_, { x }) => [
      `dx = G * (np.exp(logs) - np.eye(${x}.shape[1])[classes]) / len(${x})`,
    ],
  },
  mse_loss: {
    forward: (_, { x }) => [`Y = ((${x} - target) ** 2).mean()`],
    backward: (_, { x }) => [`dx = G * 2 * (${x} - target) / ${x}.size`],
  },
  batch_norm_train: {
    forward: ({ question }, { x }) => {
      const { gamma, beta } = question.inputs;
      return [
        `mean = ${x}.mean(axis=(0, 2, 3), keepdims=True)`,
        `root = np.sqrt(${x}.var(axis=(0, 2, 3), keepdims=True) + ${question.params.eps ?? 1e-5})`,
        `normal = (${x} - mean) / root`,
        `Y = ${gamma ? `${vector("gamma")} * ` : ""}normal${beta ? ` + ${vector("beta")}` : ""}`,
      ];
    },
    backward: ({ question }) => [
      "axes = dict(axis=(0, 2, 3), keepdims=True)",
      "dgamma, dbeta = (G * normal).sum(**axes), G.sum(**axes)",
      `H = G${question.inputs.gamma ? " * gamma.reshape(1, -1, 1, 1)" : ""}`,
      "dx = (H - H.mean(**axes) - normal * (H * normal).mean(**axes)) / root",
    ],
  },
  gram: {
    forward: (plan, { x }) => {
      const [n, c, height, width] = imagesOf(plan).x;
      const divisor = plan.question.params.normalize ? c * height * width : 1;
      return [
        `F, divisor = ${x}.reshape(${n}, ${c}, -1), ${divisor}`,
        "Y = F @ F.transpose(0, 2, 1) / divisor",
      ];
    },
    backward: (plan) => [
      `dx = ((G + G.transpose(0, 2, 1)) @ F / divisor).reshape(${imagesOf(plan).x.join(", ")})`,
    ],
  },
};

function vector(name: string): string {
  return `${name}.reshape(1, -1, 1, 1)`;
}
