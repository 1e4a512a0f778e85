import { KernelError } from "../errors";
import { expectOutputGradient } from "../expect";
import { type Tensor, sizeOf, zeros } from "../tensor";

/** A tensor seen as lines along one axis: line (outer, inner) holds the cells start + k·step, k < length. */
interface Lines {
  readonly length: number;
  readonly step: number;
  readonly outer: number;
}

/**
 * Softmax along one axis: y = exp(x − m) / Σ exp(x − m), with m the line's maximum, so that nothing overflows.
 * A negative axis counts from the last. y is shaped like x, of any rank from 1.
 *
 * @throws KernelError ERR_INDEX for an axis that does not exist
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax.html
 * @example softmax(tensor([2], [0, Math.log(3)])).data // [0.25, 0.75]
 */
export function softmax(x: Tensor, axis = -1): Tensor {
  const y = zeros(x.shape);
  eachLine(linesAlong(x.shape, axis), (start, { length, step }) => {
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < length; k++) largest = Math.max(largest, x.data[start + k * step]!);
    let sum = 0;
    for (let k = 0; k < length; k++) {
      const power = Math.exp(x.data[start + k * step]! - largest);
      y.data[start + k * step] = power;
      sum += power;
    }
    for (let k = 0; k < length; k++) y.data[start + k * step]! /= sum;
  });
  return y;
}

/**
 * Back through softmax, from its output y: ∂L/∂x_k = y_k·(g_k − Σ_j g_j·y_j) along each line, g = ∂L/∂Y.
 *
 * @throws KernelError ERR_GRADIENT where dy is not shaped like y, ERR_INDEX for an axis that does not exist
 * @example softmaxGradient(tensor([2], [0.5, 0.5]), tensor([2], [1, 0])).data // [0.25, -0.25]
 */
export function softmaxGradient(y: Tensor, dy: Tensor, axis = -1): Tensor {
  expectOutputGradient(dy, y.shape);
  const dx = zeros(y.shape);
  eachLine(linesAlong(y.shape, axis), (start, { length, step }) => {
    let mean = 0;
    for (let k = 0; k < length; k++) {
      mean += dy.data[start + k * step]! * y.data[start + k * step]!;
    }
    for (let k = 0; k < length; k++) {
      const cell = start + k * step;
      dx.data[cell] = y.data[cell]! * (dy.data[cell]! - mean);
    }
  });
  return dx;
}

function linesAlong(shape: readonly number[], axis: number): Lines {
  const rank = shape.length;
  const from = axis < 0 ? axis + rank : axis;
  const length = shape[from];
  if (length === undefined) {
    throw new KernelError(
      "ERR_INDEX",
      `There is no axis ${axis} in the shape [${shape.join(", ")}]; ${rank === 0 ? "a scalar has none" : `${-rank} to ${rank - 1} would fit`}.`,
    );
  }
  return { length, step: sizeOf(shape.slice(from + 1)), outer: sizeOf(shape.slice(0, from)) };
}

function eachLine(lines: Lines, visit: (start: number, lines: Lines) => void): void {
  for (let outer = 0; outer < lines.outer; outer++) {
    for (let inner = 0; inner < lines.step; inner++) {
      visit(outer * lines.length * lines.step + inner, lines);
    }
  }
}
