import { KernelError } from "../errors";
import { expectOutputGradient, expectShape, matrixShape } from "../expect";
import { softmax } from "./softmax";
import { type Tensor, tensor } from "../tensor";

/**
 * Cross-entropy of logits with class indices, averaged over the batch:
 * L = (1/N)·Σₙ (log Σ_c exp x[n, c] − x[n, target[n]]), the logarithm taken stably.
 * x: N×C logits; target: N whole numbers from 0 to C − 1; the result is a scalar, shape [].
 *
 * @throws KernelError ERR_SHAPE, or ERR_INDEX for a class that does not exist
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html
 * @example crossEntropy(tensor([1, 2], [0, 0]), tensor([1], [1])).data // [0.6931471805599453]
 */
export function crossEntropy(x: Tensor, target: Tensor): Tensor {
  const { batch, classes } = checkedSizes(x, target);
  let sum = 0;
  for (let n = 0; n < batch; n++) {
    const logits = x.data.subarray(n * classes, (n + 1) * classes);
    sum += logSumExp(logits) - logits[target.data[n]!]!;
  }
  return tensor([], [sum / batch]);
}

/**
 * Back through cross-entropy: ∂L/∂X = (∂L/∂Y / N)·(softmax(x) − onehot(target)), N×C like x.
 *
 * @param dy a scalar, shape []
 * @throws KernelError ERR_SHAPE, ERR_INDEX or ERR_GRADIENT
 * @example crossEntropyGradient(tensor([1, 2], [0, 0]), tensor([1], [1]), tensor([], [1])).data // [0.5, -0.5]
 */
export function crossEntropyGradient(x: Tensor, target: Tensor, dy: Tensor): Tensor {
  const { batch, classes } = checkedSizes(x, target);
  expectOutputGradient(dy, []);
  const scale = dy.data[0]! / batch;
  const probabilities = softmax(x);
  for (let n = 0; n < batch; n++) probabilities.data[n * classes + target.data[n]!]! -= 1;
  return { shape: x.shape, data: probabilities.data.map((value) => value * scale) };
}

function checkedSizes(x: Tensor, target: Tensor): { batch: number; classes: number } {
  const [batch, classes] = matrixShape(x.shape, "The input x", "N×C");
  expectShape(target.shape, [batch], "The target", "one class for each row of x");
  if (batch === 0) {
    throw new KernelError("ERR_SHAPE", "The batch holds 0 rows; the mean needs at least 1.");
  }
  for (const label of target.data) {
    if (Number.isInteger(label) && label >= 0 && label < classes) continue;
    throw new KernelError(
      "ERR_INDEX",
      `The target ${label} is no class; with ${classes} classes, whole numbers from 0 to ${classes - 1} would fit.`,
    );
  }
  return { batch, classes };
}

function logSumExp(values: Float64Array): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) largest = Math.max(largest, value);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - largest);
  return largest + Math.log(sum);
}
