import { expectOutputGradient, imageShape } from "../expect";
import { type Tensor, zeros } from "../tensor";

/**
 * The Gram matrix of the channels, as style losses use it: y[n] = F·Fᵀ with F the C×(H·W) matrix of the flattened
 * channels, divided by C·H·W where `normalize` is set. x: N×C×H×W; y: N×C×C.
 *
 * @throws KernelError ERR_SHAPE
 * @see Gatys, Ecker and Bethge 2015, https://arxiv.org/abs/1508.06576
 * @example gram(tensor([1, 2, 1, 1], [2, 3])).data // [4, 6, 6, 9]
 */
export function gram(x: Tensor, normalize = false): Tensor {
  const { batch, channels, area } = imageShape(x.shape, "The input x");
  const y = zeros([batch, channels, channels]);
  const scale = normalize ? channels * area : 1;
  let output = 0;
  for (let n = 0; n < batch; n++) {
    for (let row = 0; row < channels; row++) {
      for (let column = 0; column < channels; column++) {
        const first = (n * channels + row) * area;
        const second = (n * channels + column) * area;
        let sum = 0;
        for (let i = 0; i < area; i++) sum += x.data[first + i]! * x.data[second + i]!;
        y.data[output++] = sum / scale;
      }
    }
  }
  return y;
}

/**
 * Back through the Gram matrix: ∂L/∂F = (G + Gᵀ)·F with G = ∂L/∂Y, N×C×C, divided by C·H·W where `normalize` is set.
 *
 * @throws KernelError ERR_SHAPE or ERR_GRADIENT
 * @example gramGradient(tensor([1, 1, 1, 1], [3]), tensor([1, 1, 1], [1])).data // [6]
 */
export function gramGradient(x: Tensor, dy: Tensor, normalize = false): Tensor {
  const { batch, channels, area } = imageShape(x.shape, "The input x");
  expectOutputGradient(dy, [batch, channels, channels]);
  const dx = zeros(x.shape);
  for (let n = 0; n < batch; n++) {
    const matrix = n * channels * channels;
    for (let row = 0; row < channels; row++) {
      for (let column = 0; column < channels; column++) {
        const both =
          dy.data[matrix + row * channels + column]! + dy.data[matrix + column * channels + row]!;
        const [to, from] = [(n * channels + row) * area, (n * channels + column) * area];
        for (let i = 0; i < area; i++) dx.data[to + i]! += both * x.data[from + i]!;
      }
    }
  }
  return normalize ? { shape: dx.shape, data: dx.data.map((sum) => sum / (channels * area)) } : dx;
}
