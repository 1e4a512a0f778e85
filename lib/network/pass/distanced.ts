import { zeros } from "@/lib/tensor";
import type { Passing } from "./layer-pass";

/**
 * Distances to fixed centres: y[n, o] = Σᵢ (x[n, i] − c[o, i])², so ∂L/∂x[n, i] = Σₒ 2·(x[n, i] − c[o, i])·∂L/∂y[n, o].
 *
 * @see LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document recognition, 1998, equation 7
 */
export const distanced: Passing = ({ xs: [x], weights, outShape }) => {
  const [batch = 1, out = 0] = outShape;
  const features = x.data.length / batch;
  const centres = weights["centres"] ?? zeros([out, features]);
  const y = zeros(outShape);
  const away = (n: number, o: number, i: number) =>
    x.data[n * features + i]! - centres.data[o * features + i]!;
  eachProduct(batch, out, features, (n, o, i) => (y.data[n * out + o]! += away(n, o, i) ** 2));
  return {
    y,
    gradients: (dy) => {
      const dx = zeros(x.shape);
      eachProduct(batch, out, features, (n, o, i) => {
        dx.data[n * features + i]! += 2 * away(n, o, i) * dy.data[n * out + o]!;
      });
      return { xs: [dx], weights: {} };
    },
  };
};

function eachProduct(
  batch: number,
  out: number,
  features: number,
  visit: (n: number, o: number, i: number) => void,
): void {
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < out; o++) {
      for (let i = 0; i < features; i++) visit(n, o, i);
    }
  }
}
