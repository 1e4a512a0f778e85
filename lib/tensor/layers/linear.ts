import { expectOutputGradient, expectShape, matrixShape } from "../expect";
import { KernelError } from "../errors";
import { type Tensor, zeros } from "../tensor";

/**
 * A fully connected layer: y = x·wᵀ + b, y[n, o] = b[o] + Σᵢ x[n, i]·w[o, i].
 * x: N×in; w: out×in; b: out; y: N×out.
 *
 * @throws KernelError ERR_SHAPE for a wrong rank or bias, ERR_CHANNELS where x and w differ in their features
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html
 * @example linear(tensor([1, 2], [1, 2]), tensor([1, 2], [3, 4]), tensor([1], [5])).data // [16]
 */
export function linear(x: Tensor, w: Tensor, b?: Tensor): Tensor {
  const [batch, inFeatures] = matrixShape(x.shape, "The input x", "N×in");
  const outFeatures = fittingOutputs(w, inFeatures);
  if (b) expectShape(b.shape, [outFeatures], "The bias b", "one value for each output feature");
  const y = zeros([batch, outFeatures]);
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outFeatures; o++) {
      let sum = b ? b.data[o]! : 0;
      for (let i = 0; i < inFeatures; i++) {
        sum += x.data[n * inFeatures + i]! * w.data[o * inFeatures + i]!;
      }
      y.data[n * outFeatures + o] = sum;
    }
  }
  return y;
}

/**
 * ∂L/∂X = ∂L/∂Y·w: dy is N×out, w is out×in, the result N×in.
 *
 * @throws KernelError ERR_SHAPE or ERR_GRADIENT
 * @example linearInputGradient(tensor([1, 1], [2]), tensor([1, 2], [3, 4])).data // [6, 8]
 */
export function linearInputGradient(dy: Tensor, w: Tensor): Tensor {
  const [batch] = matrixShape(dy.shape, "The gradient ∂L/∂Y", "N×out");
  const [outFeatures, inFeatures] = matrixShape(w.shape, "The weight w", "out×in");
  expectOutputGradient(dy, [batch, outFeatures]);
  const dx = zeros([batch, inFeatures]);
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outFeatures; o++) {
      const gradient = dy.data[n * outFeatures + o]!;
      for (let i = 0; i < inFeatures; i++) {
        dx.data[n * inFeatures + i]! += gradient * w.data[o * inFeatures + i]!;
      }
    }
  }
  return dx;
}

/**
 * ∂L/∂w = (∂L/∂Y)ᵀ·x: dy is N×out, x is N×in, the result out×in, summed over the batch.
 *
 * @throws KernelError ERR_SHAPE or ERR_GRADIENT
 * @example linearWeightGradient(tensor([1, 2], [1, 2]), tensor([1, 1], [3])).data // [3, 6]
 */
export function linearWeightGradient(x: Tensor, dy: Tensor): Tensor {
  const [batch, inFeatures] = matrixShape(x.shape, "The input x", "N×in");
  const [, outFeatures] = matrixShape(dy.shape, "The gradient ∂L/∂Y", "N×out");
  expectOutputGradient(dy, [batch, outFeatures]);
  const dw = zeros([outFeatures, inFeatures]);
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outFeatures; o++) {
      const gradient = dy.data[n * outFeatures + o]!;
      for (let i = 0; i < inFeatures; i++) {
        dw.data[o * inFeatures + i]! += gradient * x.data[n * inFeatures + i]!;
      }
    }
  }
  return dw;
}

/**
 * ∂L/∂b = Σₙ ∂L/∂Y[n, ·]: dy is N×out, the result has `out` values.
 *
 * @throws KernelError ERR_SHAPE
 * @example linearBiasGradient(tensor([2, 1], [3, 4])).data // [7]
 */
export function linearBiasGradient(dy: Tensor): Tensor {
  const [batch, outFeatures] = matrixShape(dy.shape, "The gradient ∂L/∂Y", "N×out");
  const db = zeros([outFeatures]);
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outFeatures; o++) db.data[o]! += dy.data[n * outFeatures + o]!;
  }
  return db;
}

function fittingOutputs(w: Tensor, inFeatures: number): number {
  const [outFeatures, weightFeatures] = matrixShape(w.shape, "The weight w", "out×in");
  if (weightFeatures === inFeatures) return outFeatures;
  throw new KernelError(
    "ERR_CHANNELS",
    `x has ${inFeatures} features, but w of shape [${outFeatures}, ${weightFeatures}] (out×in) takes ${weightFeatures}; ` +
      `a w of shape [${outFeatures}, ${inFeatures}] would fit.`,
  );
}
