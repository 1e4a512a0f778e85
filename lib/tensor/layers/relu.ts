import { expectOutputGradient } from "../expect";
import { type Tensor, zeros } from "../tensor";

/**
 * The rectifier: y = max(x, 0), for a tensor of any shape; NaN stays NaN.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU.html
 * @example relu(tensor([3], [-1, 0, 2])).data // [0, 0, 2]
 */
export function relu(x: Tensor): Tensor {
  const y = zeros(x.shape);
  for (let i = 0; i < y.data.length; i++) {
    const value = x.data[i]!;
    y.data[i] = value <= 0 ? 0 : value;
  }
  return y;
}

/**
 * Back through the rectifier: ∂L/∂X = ∂L/∂Y where x > 0, otherwise 0; relu′(0) = 0.
 *
 * @throws KernelError ERR_GRADIENT where dy is not shaped like x
 * @example reluGradient(tensor([3], [-1, 0, 2]), tensor([3], [5, 6, 7])).data // [0, 0, 7]
 */
export function reluGradient(x: Tensor, dy: Tensor): Tensor {
  expectOutputGradient(dy, x.shape);
  const dx = zeros(x.shape);
  for (let i = 0; i < dx.data.length; i++) dx.data[i] = x.data[i]! <= 0 ? 0 : dy.data[i]!;
  return dx;
}
