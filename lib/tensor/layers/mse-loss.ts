import { KernelError } from "../errors";
import { expectOutputGradient, expectShape } from "../expect";
import { type Tensor, tensor } from "../tensor";

/**
 * The mean squared error: L = (1/n)·Σ (x − target)² over all n values, a scalar of shape [].
 *
 * @throws KernelError ERR_SHAPE where the shapes differ, or nothing is there to average
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MSELoss.html
 * @example mseLoss(tensor([2], [1, 5]), tensor([2], [0, 2])).data // [5]
 */
export function mseLoss(x: Tensor, target: Tensor): Tensor {
  checkShapes(x, target);
  let sum = 0;
  for (let i = 0; i < x.data.length; i++) {
    const difference = x.data[i]! - target.data[i]!;
    sum += difference * difference;
  }
  return tensor([], [sum / x.data.length]);
}

/**
 * Back through the mean squared error: ∂L/∂X = ∂L/∂Y·(2/n)·(x − target). Targets get no gradient.
 *
 * @param dy a scalar, shape []
 * @throws KernelError ERR_SHAPE or ERR_GRADIENT
 * @example mseLossGradient(tensor([2], [1, 5]), tensor([2], [0, 2]), tensor([], [1])).data // [1, 3]
 */
export function mseLossGradient(x: Tensor, target: Tensor, dy: Tensor): Tensor {
  checkShapes(x, target);
  expectOutputGradient(dy, []);
  const twice = 2 * dy.data[0]!;
  const data = x.data.map((value, i) => (twice * (value - target.data[i]!)) / x.data.length);
  return { shape: x.shape, data };
}

function checkShapes(x: Tensor, target: Tensor): void {
  expectShape(target.shape, x.shape, "The target", "one value for each value of x");
  if (x.data.length === 0) {
    throw new KernelError("ERR_SHAPE", "x holds 0 values; the mean needs at least 1.");
  }
}
