import { zeros } from "@/lib/tensor";
import { channelPlace } from "./affine";
import type { Passing } from "./layer-pass";

/**
 * The rectifier with a slope that is learned, one for all channels or one for each: y = x where x > 0, else a·x;
 * ∂L/∂a = Σ x·∂L/∂y over the cells that are not positive.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.PReLU.html
 */
export const leaned: Passing = ({ xs: [x], weights: { slope = zeros([1]) } }) => {
  const place = slope.data.length === 1 ? () => 0 : channelPlace(x.shape);
  const slopeAt = (value: number, cell: number) => (value > 0 ? 1 : (slope.data[place(cell)] ?? 0));
  return {
    y: { shape: x.shape, data: x.data.map((value, cell) => value * slopeAt(value, cell)) },
    gradients: (dy) => {
      const ds = zeros(slope.shape);
      for (const [cell, value] of x.data.entries()) {
        if (value <= 0) ds.data[place(cell)]! += value * (dy.data[cell] ?? Number.NaN);
      }
      const data = dy.data.map((gradient, cell) => gradient * slopeAt(x.data[cell] ?? 0, cell));
      return { xs: [{ shape: x.shape, data }], weights: { slope: ds } };
    },
  };
};
