import { type Tensor, zeros } from "@/lib/tensor";
import type { Weights } from "./layer-pass";

/** The names of a scale and a shift among a layer's weights. */
interface Names {
  readonly scale: string;
  readonly shift: string;
}

/** Which of the scales a cell takes. */
export type Place = (cell: number) => number;

/** y = s·x + t, each cell with the scale and the shift of its place; without them x itself. */
export function affine(x: Tensor, weights: Weights, { scale, shift }: Names, place: Place): Tensor {
  const [s, t] = [weights[scale], weights[shift]];
  if (!s || !t) return x;
  const data = x.data.map(
    (value, cell) => value * (s.data[place(cell)] ?? 1) + (t.data[place(cell)] ?? 0),
  );
  return { shape: x.shape, data };
}

/** Back through `affine`: ∂L/∂x = s·∂L/∂y, ∂L/∂s = Σ x·∂L/∂y and ∂L/∂t = Σ ∂L/∂y over the cells of a place. */
export function affineGradients(
  x: Tensor,
  weights: Weights,
  { scale, shift }: Names,
  place: Place,
  dy: Tensor,
): { readonly x: Tensor; readonly weights: Weights } {
  const s = weights[scale];
  if (!s || !weights[shift]) return { x: dy, weights: {} };
  const [dx, ds, dt] = [zeros(x.shape), zeros(s.shape), zeros(s.shape)];
  for (let cell = 0; cell < x.data.length; cell++) {
    const [at, gradient] = [place(cell), dy.data[cell]!];
    dx.data[cell] = gradient * (s.data[at] ?? 1);
    ds.data[at]! += gradient * x.data[cell]!;
    dt.data[at]! += gradient;
  }
  return { x: dx, weights: { [scale]: ds, [shift]: dt } };
}

/** The channel of each cell of N×C×H×W. @example channelPlace([1, 2, 2, 2])(5) // 1 */
export function channelPlace([, channels = 1, ...plane]: readonly number[]): Place {
  const area = plane.reduce((product, size) => product * size, 1);
  return (cell) => Math.floor(cell / area) % channels;
}
