import { expectOutputGradient } from "./expect";
import type { Tensor } from "./tensor";

/**
 * The rectifier: y = max(x, 0), for a tensor of any shape; NaN stays NaN.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU.html
 * @example relu(tensor([3], [-1, 0, 2])).data // [0, 0, 2]
 */
export function relu(x: Tensor): Tensor {
  return { shape: x.shape, data: x.data.map((value) => (value <= 0 ? 0 : value)) };
}

/**
 * Back through the rectifier: ∂L/∂X = ∂L/∂Y where x > 0, otherwise 0; relu′(0) = 0.
 *
 * @throws KernelError ERR_GRADIENT where dy is not shaped like x
 * @example reluGradient(tensor([3], [-1, 0, 2]), tensor([3], [5, 6, 7])).data // [0, 0, 7]
 */
export function reluGradient(x: Tensor, dy: Tensor): Tensor {
  expectOutputGradient(dy, x.shape);
  return { shape: x.shape, data: dy.data.map((gradient, i) => (x.data[i]! <= 0 ? 0 : gradient)) };
}
