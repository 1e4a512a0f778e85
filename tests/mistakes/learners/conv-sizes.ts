import type { Random } from "../random";

/** A convolution by its sizes. */
export interface Conv {
  N: number;
  Cin: number;
  Cout: number;
  G: number;
  H: number;
  W: number;
  kh: number;
  kw: number;
  s: number;
  p: number;
  d: number;
  bias: boolean;
}

/** Sizes by chance. */
export function makeConv(r: Random): Conv {
  for (;;) {
    const small = r.chance(0.3);
    const G = r.chance(0.25) ? r.pick([2, 4]) : 1;
    const Cin = G * r.pick(small ? [1, 2, 3] : [1, 3, 4, 8, 16]);
    const Cout = G * r.pick(small ? [1, 2, 4] : [2, 4, 8, 10, 16, 32]);
    const H = small ? r.int(5, 12) : r.pick([14, 16, 28, 32, 56, 64, 224]);
    const W = r.chance(0.6) ? H : r.int(6, 40);
    const kh = r.int(1, 7);
    const kw = r.chance(0.8) ? kh : r.int(1, 5);
    const conv = {
      N: r.pick([1, 1, 4, 8, 32]),
      Cin,
      Cout,
      G,
      H,
      W,
      kh,
      kw,
      s: r.int(1, 4),
      p: r.int(0, 3),
      d: r.pick([1, 1, 2, 3]),
      bias: r.chance(0.7),
    };
    if (side(H, kh, conv) < 1 || side(W, kw, conv) < 1) continue;
    return conv;
  }
}

/** The size of the output along one axis. */
export function side(size: number, k: number, { s, p, d }: Conv): number {
  return Math.floor((size + 2 * p - d * (k - 1) - 1) / s) + 1;
}

/** As the command line reads it. */
export function json(c: Conv, extra: Record<string, unknown> = {}): unknown {
  return {
    op: "conv2d",
    params: { stride: c.s, padding: c.p, dilation: c.d, groups: c.G },
    inputs: {
      x: { shape: [c.N, c.Cin, c.H, c.W] },
      w: { shape: [c.Cout, c.Cin / c.G, c.kh, c.kw] },
      ...(c.bias ? { b: { shape: [c.Cout] } } : {}),
    },
    ...extra,
  };
}
