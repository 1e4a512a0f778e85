import { type Exam, type Examiner, type Slips, type T4, get, make4, numbers } from "../learner";
import type { Random } from "../random";

interface Layer {
  N: number;
  Cin: number;
  Cout: number;
  G: number;
  H: number;
  W: number;
  k: number;
  s: number;
  p: number;
  x: T4;
  w: T4;
  dy: T4;
}

function makeLayer(r: Random): Layer {
  for (;;) {
    const G = r.chance(0.2) ? 2 : 1;
    const [Cin, Cout, N] = [G * r.int(1, 2), G * r.int(1, 2), r.chance(0.4) ? 2 : 1];
    const [H, W, k, s, p] = [r.int(2, 4), r.int(2, 4), r.int(2, 3), r.int(1, 3), r.int(0, 1)];
    const [Ho, Wo] = [(H - 1) * s - 2 * p + k, (W - 1) * s - 2 * p + k];
    if (Ho < 2 || Wo < 2) continue;
    return {
      N,
      Cin,
      Cout,
      G,
      H,
      W,
      k,
      s,
      p,
      x: numbers(r, [N, Cin, H, W], 7),
      w: numbers(r, [Cin, Cout / G, k, k], 4),
      dy: numbers(r, [N, Cout, Ho, Wo], 5),
    };
  }
}

function json({ s, p, G, x, w, dy, Cout }: Layer): unknown {
  const params = { stride: s, padding: p, ...(G > 1 ? { groups: G } : {}) };
  const b = Array<number>(Cout).fill(1);
  return { op: "conv_transpose2d", params, inputs: { x, w, b }, dy };
}

/** ∂L/∂X: every input cell collects the gradient where it had stamped. */
function inputGradient(l: Layer, slips: Slips): T4 | undefined {
  const s = slips.has("STRIDE_IGNORED") ? 1 : l.s;
  const p = slips.has("PADDING_IGNORED") ? 0 : l.p;
  const [cg, og] = [l.Cin / l.G, l.Cout / l.G];
  const [Ho, Wo] = [(l.H - 1) * l.s - 2 * l.p + l.k, (l.W - 1) * l.s - 2 * l.p + l.k];
  const along = (size: number) => Math.floor((size + 2 * p - l.k) / s) + 1;
  if (along(Ho) < 1 || along(Wo) < 1) return undefined;
  return make4([l.N, l.Cin, along(Ho), along(Wo)], (n, c, i, j) => {
    const group = slips.has("GROUPS_IGNORED") ? 0 : Math.floor(c / cg);
    let sum = 0;
    for (let o = 0; o < (slips.has("FIRST_CHANNEL_ONLY") ? 1 : og); o++)
      for (let u = 0; u < l.k; u++)
        for (let v = 0; v < l.k; v++) {
          const weight = slips.has("KERNEL_FLIPPED")
            ? get(l.w, c, o, l.k - 1 - u, l.k - 1 - v)
            : get(l.w, c, o, u, v);
          sum += weight * get(l.dy, n, group * og + o, i * s + u - p, j * s + v - p);
        }
    return sum;
  });
}

/** ∂L/∂W: what every weight was multiplied with, times where that went. */
function weightGradient(l: Layer, slips: Slips): T4 {
  const s = slips.has("STRIDE_IGNORED") ? 1 : l.s;
  const p = slips.has("PADDING_IGNORED") ? 0 : l.p;
  const [cg, og] = [l.Cin / l.G, l.Cout / l.G];
  const gradient = make4([l.Cin, og, l.k, l.k], (c, o, u, v) => {
    const channel = Math.floor(c / cg) * og + o;
    let sum = 0;
    for (let n = 0; n < l.N; n++)
      for (let i = 0; i < l.H; i++)
        for (let j = 0; j < l.W; j++)
          sum += get(l.x, n, c, i, j) * get(l.dy, n, channel, i * s + u - p, j * s + v - p);
    return slips.has("BATCH_AVERAGED") ? sum / l.N : sum;
  });
  if (!slips.has("GRADIENT_ROTATED")) return gradient;
  return gradient.map((filter) =>
    filter.map((plane) => plane.map((row) => row.toReversed()).toReversed()),
  );
}

function biasGradient(l: Layer, slips: Slips): number[] {
  return Array.from({ length: l.Cout }, (_, o) => {
    const all = l.dy.flatMap((image) => (image[o] ?? []).flat());
    const sum = slips.has("NOT_SUMMED") ? (all[0] ?? 0) : all.reduce((a, b) => a + b, 0);
    const mean = slips.has("MEAN_FOR_SUM") ? sum / all.length : sum;
    return slips.has("BATCH_AVERAGED") ? mean / l.N : mean;
  });
}

function examOf(
  ask: string,
  mistakes: readonly string[],
  answer: (l: Layer, slips: Slips) => ReturnType<Exam["answer"]>,
): Examiner {
  return (r) => {
    const l = makeLayer(r);
    const exam = { op: "conv_transpose2d", ask, question: json(l), mistakes };
    return { ...exam, answer: (slips) => answer(l, slips) };
  };
}

export const transposedInputGradient = examOf(
  "grads.x",
  ["KERNEL_FLIPPED", "STRIDE_IGNORED", "PADDING_IGNORED", "FIRST_CHANNEL_ONLY", "GROUPS_IGNORED"],
  inputGradient,
);

export const transposedWeightGradient = examOf(
  "grads.w",
  ["GRADIENT_ROTATED", "STRIDE_IGNORED", "PADDING_IGNORED", "BATCH_AVERAGED"],
  weightGradient,
);

export const transposedBiasGradient = examOf(
  "grads.b",
  ["NOT_SUMMED", "MEAN_FOR_SUM", "BATCH_AVERAGED"],
  biasGradient,
);
