import { type Tensor, zeros } from "../tensor";

/** One product x·w that enters a cell of y: its three positions in row-major data. */
export interface Product {
  readonly x: number;
  readonly w: number;
  readonly y: number;
}

/** y[p.y] += x[p.x]·w[p.w] over all products, on a ground of b by channel. */
export function sumForward(
  products: Iterable<Product>,
  x: Tensor,
  w: Tensor,
  b: Tensor | undefined,
  yShape: readonly number[],
): Tensor {
  const y = zeros(yShape);
  for (const at of products) {
    y.data[at.y] = valueOf(y, at.y) + valueOf(x, at.x) * valueOf(w, at.w);
  }
  const plane = (yShape[2] ?? 1) * (yShape[3] ?? 1);
  const channels = yShape[1] ?? 1;
  const biased = y.data.map(
    (value, at) => value + (b ? valueOf(b, Math.floor(at / plane) % channels) : 0),
  );
  return { shape: yShape, data: biased };
}

/** dx[p.x] += dy[p.y]·w[p.w]: each product passes its cell's gradient on, times the other factor. */
export function sumInputGradient(
  products: Iterable<Product>,
  dy: Tensor,
  w: Tensor,
  xShape: readonly number[],
): Tensor {
  const dx = zeros(xShape);
  for (const at of products) {
    dx.data[at.x] = valueOf(dx, at.x) + valueOf(dy, at.y) * valueOf(w, at.w);
  }
  return dx;
}

/** dw[p.w] += dy[p.y]·x[p.x], likewise. */
export function sumWeightGradient(
  products: Iterable<Product>,
  x: Tensor,
  dy: Tensor,
  wShape: readonly number[],
): Tensor {
  const dw = zeros(wShape);
  for (const at of products) {
    dw.data[at.w] = valueOf(dw, at.w) + valueOf(dy, at.y) * valueOf(x, at.x);
  }
  return dw;
}

/** db[o] = Σ dy over the channel's cells. */
export function sumBiasGradient(dy: Tensor): Tensor {
  const db = zeros([dy.shape[1] ?? 1]);
  const plane = (dy.shape[2] ?? 1) * (dy.shape[3] ?? 1);
  dy.data.forEach((value, at) => {
    const channel = Math.floor(at / plane) % db.data.length;
    db.data[channel] = valueOf(db, channel) + value;
  });
  return db;
}

function valueOf(source: Tensor, at: number): number {
  return source.data[at] ?? Number.NaN;
}
