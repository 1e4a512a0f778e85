import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as kernel from "@/lib/tensor";
import { type Tensor, tensor } from "@/lib/tensor";
import { innerProduct } from "./agreement";
import { PROPERTY, decimalTensor, distinctTensor } from "./arbitraries";

const STEP = 1e-5;
const WINDOW = { kernel: [3, 2], stride: [2, 1], pad: [1, 0, 0, 1], rounding: "ceil" } as const;
const LABELS = tensor([2], [2, 0]);

/** An op of one tensor, the rest being held fixed, and the gradient that the kernel claims. */
interface Claim {
  readonly shape: readonly number[];
  /** Values at least 1 apart, for ops with a kink. */
  readonly distinct?: boolean;
  forward(x: Tensor): Tensor;
  gradient(x: Tensor, dy: Tensor): Tensor;
}

const [w, b, features] = [filled([2, 4], 1), filled([2], 2), filled([3, 4], 3)];
const [gamma, beta, image] = [filled([2], 4), filled([2], 5), filled([2, 2, 2, 2], 6)];
const indices = tensor([1, 1, 2, 2], [0, 5, 3, 1]);

const CLAIMS: readonly (readonly [string, Claim])[] = [
  [
    "max_pool2d by x",
    {
      shape: [1, 2, 4, 3],
      distinct: true,
      forward: (x) => kernel.maxPool2d(x, WINDOW).y,
      gradient: (x, dy) =>
        kernel.maxPool2dGradient(dy, kernel.maxPool2d(x, WINDOW).indices, x.shape),
    },
  ],
  [
    "avg_pool2d by x",
    {
      shape: [1, 2, 4, 3],
      forward: (x) => kernel.avgPool2d(x, WINDOW),
      gradient: (x, dy) => kernel.avgPool2dGradient(dy, x.shape, WINDOW),
    },
  ],
  [
    "avg_pool2d by x, padding not counted",
    {
      shape: [1, 2, 4, 3],
      forward: (x) => kernel.avgPool2d(x, { ...WINDOW, countIncludePad: false }),
      gradient: (x, dy) =>
        kernel.avgPool2dGradient(dy, x.shape, { ...WINDOW, countIncludePad: false }),
    },
  ],
  [
    "adaptive_avg_pool2d by x",
    {
      shape: [1, 2, 5, 3],
      forward: (x) => kernel.adaptiveAvgPool2d(x, [3, 2]),
      gradient: (x, dy) => kernel.adaptiveAvgPool2dGradient(dy, x.shape),
    },
  ],
  [
    "adaptive_max_pool2d by x",
    {
      shape: [1, 2, 5, 3],
      distinct: true,
      forward: (x) => kernel.adaptiveMaxPool2d(x, [3, 2]).y,
      gradient: (x, dy) =>
        kernel.maxPool2dGradient(dy, kernel.adaptiveMaxPool2d(x, [3, 2]).indices, x.shape),
    },
  ],
  [
    "max_unpool2d by x, distinct indices",
    {
      shape: [1, 1, 2, 2],
      forward: (x) => kernel.maxUnpool2d(x, indices, [2, 3]),
      gradient: (_, dy) => kernel.maxUnpool2dGradient(dy, indices),
    },
  ],
  [
    "max_unpool2d by x, repeated indices summed",
    {
      shape: [1, 1, 2, 2],
      forward: (x) => kernel.maxUnpool2d(x, tensor([1, 1, 2, 2], [4, 4, 0, 4]), [2, 3], "sum"),
      gradient: (_, dy) => kernel.maxUnpool2dGradient(dy, tensor([1, 1, 2, 2], [4, 4, 0, 4])),
    },
  ],
  [
    "linear by x",
    {
      shape: [3, 4],
      forward: (x) => kernel.linear(x, w, b),
      gradient: (_, dy) => kernel.linearInputGradient(dy, w),
    },
  ],
  [
    "linear by w",
    {
      shape: [2, 4],
      forward: (weight) => kernel.linear(features, weight, b),
      gradient: (_, dy) => kernel.linearWeightGradient(features, dy),
    },
  ],
  [
    "linear by b",
    {
      shape: [2],
      forward: (bias) => kernel.linear(features, w, bias),
      gradient: (_, dy) => kernel.linearBiasGradient(dy),
    },
  ],
  [
    "relu by x",
    { shape: [2, 5], distinct: true, forward: kernel.relu, gradient: kernel.reluGradient },
  ],
  [
    "softmax by x",
    {
      shape: [2, 4],
      forward: (x) => kernel.softmax(x),
      gradient: (x, dy) => kernel.softmaxGradient(kernel.softmax(x), dy),
    },
  ],
  [
    "softmax by x along a middle axis",
    {
      shape: [2, 3, 2],
      forward: (x) => kernel.softmax(x, 1),
      gradient: (x, dy) => kernel.softmaxGradient(kernel.softmax(x, 1), dy, 1),
    },
  ],
  [
    "cross_entropy by x",
    {
      shape: [2, 4],
      forward: (x) => kernel.crossEntropy(x, LABELS),
      gradient: (x, dy) => kernel.crossEntropyGradient(x, LABELS, dy),
    },
  ],
  [
    "mse_loss by x",
    {
      shape: [3, 4],
      forward: (x) => kernel.mseLoss(x, features),
      gradient: (x, dy) => kernel.mseLossGradient(x, features, dy),
    },
  ],
  [
    "batch_norm_train by x",
    {
      shape: [2, 2, 2, 2],
      distinct: true,
      forward: (x) => kernel.batchNormTrain(x, gamma, beta, 0.1).y,
      gradient: (x, dy) => kernel.batchNormTrainGradients(x, gamma, dy, 0.1).x,
    },
  ],
  [
    "batch_norm_train by gamma",
    {
      shape: [2],
      forward: (scale) => kernel.batchNormTrain(image, scale, beta, 0.1).y,
      gradient: (scale, dy) => kernel.batchNormTrainGradients(image, scale, dy, 0.1).gamma,
    },
  ],
  [
    "batch_norm_train by beta",
    {
      shape: [2],
      forward: (shift) => kernel.batchNormTrain(image, gamma, shift, 0.1).y,
      gradient: (_, dy) => kernel.batchNormTrainGradients(image, gamma, dy, 0.1).beta,
    },
  ],
  [
    "gram by x",
    {
      shape: [1, 3, 2, 2],
      forward: (x) => kernel.gram(x),
      gradient: (x, dy) => kernel.gramGradient(x, dy),
    },
  ],
  [
    "gram by x, normalised",
    {
      shape: [2, 2, 1, 3],
      forward: (x) => kernel.gram(x, true),
      gradient: (x, dy) => kernel.gramGradient(x, dy, true),
    },
  ],
];

describe("every gradient is the slope that central differences measure", () => {
  it.each(CLAIMS)("%s", (_, claim) => {
    const outputShape = claim.forward(filled(claim.shape, 0)).shape;
    const values = claim.distinct ? distinctTensor(claim.shape) : decimalTensor(claim.shape);
    fc.assert(
      fc.property(values, decimalTensor(outputShape), (x, dy) => {
        const claimed = claim.gradient(x, dy);
        const measured = slopes(x, (moved) => innerProduct(claim.forward(moved), dy));
        expect(claimed.shape).toEqual(x.shape);
        measured.forEach((slope, i) => {
          expect(Math.abs((claimed.data[i] ?? Number.NaN) - slope)).toBeLessThan(
            1e-6 * (1 + Math.abs(slope)),
          );
        });
      }),
      { ...PROPERTY, numRuns: 20 },
    );
  });
});

function slopes(x: Tensor, loss: (x: Tensor) => number): number[] {
  return Array.from(x.data, (value, i) => {
    const moved = (step: number) => ({ shape: x.shape, data: x.data.with(i, value + step) });
    return (loss(moved(STEP)) - loss(moved(-STEP))) / (2 * STEP);
  });
}

/** Fixed values without pattern. */
function filled(shape: readonly number[], seed: number): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return tensor(
    shape,
    Array.from({ length: size }, (_, i) => Math.sin(7 * i + 3 * seed + 1) * 2),
  );
}
