import { type Tensor, softmax, zeros } from "@/lib/tensor";
import type { Passing } from "./layer-pass";

/**
 * y = x − log Σ exp x along one axis; ∂L/∂x = ∂L/∂y − softmax(x)·Σ ∂L/∂y. The sum is taken from the largest value, so
 * that nothing overflows.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html
 */
export const logSoftmaxed: Passing = ({ xs: [x], layer: { axis = -1 } }) => ({
  y: byLine(x, axis, (line) => {
    const largest = line.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    const sum = line.reduce((all, value) => all + Math.exp(value - largest), 0);
    return line.map((value) => value - largest - Math.log(sum));
  }),
  gradients: (dy) => {
    const sums = byLine(dy, axis, (line) =>
      line.map(() => line.reduce((sum, gradient) => sum + gradient, 0)),
    );
    const shares = softmax(x, axis).data;
    const data = dy.data.map(
      (gradient, cell) => gradient - (shares[cell] ?? 0) * (sums.data[cell] ?? 0),
    );
    return { xs: [{ shape: x.shape, data }], weights: {} };
  },
});

/** The tensor with every line along an axis put in the place of another. */
function byLine(
  { shape, data }: Tensor,
  axis: number,
  change: (line: Float64Array) => Float64Array,
): Tensor {
  const at = axis < 0 ? axis + shape.length : axis;
  const length = shape[at] ?? 1;
  const step = shape.slice(at + 1).reduce((product, size) => product * size, 1);
  const result = zeros(shape);
  for (let line = 0; line < data.length / length; line++) {
    const start = Math.floor(line / step) * length * step + (line % step);
    const values = Float64Array.from({ length }, (_, k) => data[start + k * step] ?? Number.NaN);
    for (const [k, value] of change(values).entries()) result.data[start + k * step] = value;
  }
  return result;
}
