import { type T4, numbers } from "../learner";
import type { Random } from "../random";

/** A convolution with numbers in it. */
export interface Layer {
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
  x: T4;
  w: T4;
  b?: number[];
  dy: T4;
}

/** The size of the output along one axis. */
export function out(size: number, k: number, s: number, p: number, d: number): number {
  return Math.floor((size + 2 * p - d * (k - 1) - 1) / s) + 1;
}

/** A layer by chance, now and then of moderate size. */
export function makeLayer(r: Random): Layer {
  for (;;) {
    const moderate = r.chance(0.25);
    const G = r.chance(0.25) ? 2 : 1;
    const Cin = G * r.int(1, moderate ? 4 : 2) * (r.chance(0.2) && G === 1 ? 2 : 1);
    const Cout = G * r.int(1, moderate ? 3 : 2);
    const [H, W] = r.chance(0.6)
      ? [r.int(3, 6), r.int(3, 6)]
      : Array<number>(2).fill(r.int(3, moderate ? 11 : 7));
    const kh = r.int(1, 3);
    const kw = r.chance(0.7) ? kh : r.int(1, 3);
    const [s, p, d] = [r.pick([1, 1, 1, 2, 2, 3]), r.pick([0, 0, 1, 1, 2]), r.pick([1, 1, 1, 2])];
    const N = r.chance(0.2) ? r.int(2, 3) : 1;
    const [Ho, Wo] = [out(H ?? 3, kh, s, p, d), out(W ?? 3, kw, s, p, d)];
    if (Ho < 1 || Wo < 1 || kh * kw === 1 || Ho * Wo * Cout < 2) continue;
    const x = numbers(r, [N, Cin, H ?? 3, W ?? 3], 9);
    const w = numbers(r, [Cout, Cin / G, kh, kw], 4);
    const dy = numbers(r, [N, Cout, Ho, Wo], 5);
    const layer = { N, Cin, Cout, G, H: H ?? 3, W: W ?? 3, kh, kw, s, p, d, x, w, dy };
    return r.chance(0.5)
      ? { ...layer, b: Array.from({ length: Cout }, () => r.pick([-3, -2, -1, 1, 2, 3, 5])) }
      : layer;
  }
}

/** As the command line reads it. */
export function json(l: Layer, withGradient: boolean): unknown {
  const params: Record<string, number> = {};
  if (l.s > 1) params.stride = l.s;
  if (l.p > 0) params.padding = l.p;
  if (l.d > 1) params.dilation = l.d;
  if (l.G > 1) params.groups = l.G;
  return {
    op: "conv2d",
    params,
    inputs: { x: l.x, w: l.w, ...(l.b ? { b: l.b } : {}) },
    ...(withGradient ? { dy: l.dy } : {}),
  };
}
