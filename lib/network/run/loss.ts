import {
  type Tensor,
  crossEntropy,
  crossEntropyGradient,
  mseLoss,
  mseLossGradient,
  tensor,
  zeros,
} from "@/lib/tensor";
import type { Layer } from "../network";
import { layerName } from "../spec-of";

/**
 * How the loss at an end of a network reads what leaves it: as numbers whose cross-entropy is taken, as probabilities,
 * as distances, or as values that should be 0.
 */
export type LossKind = "cross_entropy" | "likelihood" | "distance" | "square";

/** The loss at an end, and ∂L/∂y of the layer that ends there. */
export interface EndLoss {
  readonly kind: LossKind;
  readonly value: number;
  readonly dy: Tensor;
  /** The classes that are told apart; 0 where there are none. */
  readonly classes: number;
}

/** The smallest probability whose logarithm is taken. */
const LEAST = 1e-300;

const ONE = tensor([], [1]);

/** The loss of a class that a row of an output tells by one value, and its slope. */
interface Told {
  readonly kind: LossKind;
  readonly value: (told: number) => number;
  readonly slope: (told: number) => number;
}

/** The layers that leave the loss of a class in its own cell. */
const TOLD: Readonly<Record<string, Told>> = {
  Softmax: {
    kind: "likelihood",
    value: (p) => -Math.log(Math.max(p, LEAST)),
    slope: (p) => -1 / Math.max(p, LEAST),
  },
  LogSoftmax: { kind: "likelihood", value: (log) => -log, slope: () => -1 },
  RBF: { kind: "distance", value: (distance) => distance, slope: () => 1 },
};

/**
 * The loss of what leaves an end, each example being of the first class: the cross-entropy of rows of numbers; −log p
 * where Softmax or LogSoftmax has made probabilities of them; the distance where RBF tells distances; and the mean
 * square of what is no row of classes.
 */
export function lossOf({ name, activation }: Layer, y: Tensor): EndLoss {
  const [batch = 1, classes = 0] = y.shape;
  if (y.shape.length !== 2 || classes < 2) return squareOf(y);
  const told = TOLD[layerName(activation ?? name)];
  if (told) return toldOf(told, y, batch, classes);
  const target = zeros([batch]);
  return {
    kind: "cross_entropy",
    classes,
    value: crossEntropy(y, target).data[0] ?? Number.NaN,
    dy: crossEntropyGradient(y, target, ONE),
  };
}

function squareOf(y: Tensor): EndLoss {
  const target = zeros(y.shape);
  return {
    kind: "square",
    classes: 0,
    value: mseLoss(y, target).data[0] ?? Number.NaN,
    dy: mseLossGradient(y, target, ONE),
  };
}

/** The mean over the rows of what the first cell of each tells. */
function toldOf(told: Told, y: Tensor, batch: number, classes: number): EndLoss {
  const dy = zeros(y.shape);
  let value = 0;
  for (let cell = 0; cell < y.data.length; cell += classes) {
    const found = y.data[cell] ?? Number.NaN;
    value += told.value(found) / batch;
    dy.data[cell] = told.slope(found) / batch;
  }
  return { kind: told.kind, classes, value, dy };
}
