import {
  type Exam,
  type Examiner,
  type Slips,
  type T4,
  type Written,
  get,
  has,
  make4,
  numbers,
} from "../learner";
import type { Random } from "../random";

interface Layer {
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

function out(size: number, k: number, s: number, p: number, d: number): number {
  return Math.floor((size + 2 * p - d * (k - 1) - 1) / s) + 1;
}

function makeLayer(r: Random): Layer {
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

function json(l: Layer, withGradient: boolean): unknown {
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

function kernelSize(l: Layer, slips: Slips): [number, number] {
  return slips.has("KERNEL_TRANSPOSED") ? [l.kw, l.kh] : [l.kh, l.kw];
}

/** Forward. */
function forward(
  l: Layer,
  slips: Slips,
  shift: [number, number] = [0, 0],
  wrong?: { kind: string; cell: number; product: number },
): Written | undefined {
  const s = slips.has("STRIDE_IGNORED") ? 1 : l.s;
  const p = slips.has("PADDING_IGNORED") ? 0 : l.p;
  const d = slips.has("DILATION_IGNORED") ? 1 : l.d;
  const [kh, kw] = kernelSize(l, slips);
  const [Ho, Wo] = [out(l.H, kh, s, p, d), out(l.W, kw, s, p, d)];
  if (Ho < 1 || Wo < 1) return undefined;
  const kernel = (o: number, c: number, u: number, v: number) => {
    let [a, b] = [u, v];
    if (slips.has("KERNEL_FLIPPED")) [a, b] = [kh - 1 - a, kw - 1 - b];
    if (slips.has("KERNEL_TRANSPOSED")) [a, b] = [b, a];
    return get(l.w, o, c, a, b);
  };
  const cg = l.Cin / l.G;
  const og = l.Cout / l.G;
  let count = 0;
  const y = make4([l.N, l.Cout, Ho, Wo], (n, o, i, j) => {
    const cell = count++;
    let term = 0;
    let sum = 0;
    const group = slips.has("GROUPS_IGNORED") ? 0 : Math.floor(o / og);
    for (let c = 0; c < cg; c++) {
      if (slips.has("FIRST_CHANNEL_ONLY") && c > 0) continue;
      for (let u = 0; u < kh; u++) {
        for (let v = 0; v < kw; v++) {
          const a = get(
            l.x,
            n,
            group * cg + c,
            i * s + u * d - p + shift[0],
            j * s + v * d - p + shift[1],
          );
          const k = kernel(o, c, u, v);
          let product = slips.has("ADDED_NOT_MULTIPLIED") ? a + k : a * k;
          if (wrong && wrong.cell === cell && wrong.product === term) {
            product = wrong.kind === "TERM_DROPPED" ? 0 : -product;
          }
          sum += product;
          term++;
        }
      }
    }
    const bias = l.b?.[o] ?? 0;
    if (slips.has("BIAS_FORGOTTEN")) return sum;
    return sum + (slips.has("BIAS_PER_CHANNEL") ? bias * cg : bias);
  });
  if (!slips.has("OUTPUT_TRANSPOSED")) return y;
  return y.map((image) =>
    image.map((plane) => (plane[0] ?? []).map((_, j) => plane.map((row) => row[j] ?? 0))),
  );
}

const FORWARD = [
  "KERNEL_FLIPPED",
  "KERNEL_TRANSPOSED",
  "STRIDE_IGNORED",
  "PADDING_IGNORED",
  "DILATION_IGNORED",
  "BIAS_FORGOTTEN",
  "BIAS_PER_CHANNEL",
  "FIRST_CHANNEL_ONLY",
  "GROUPS_IGNORED",
  "ADDED_NOT_MULTIPLIED",
  "OUTPUT_TRANSPOSED",
];

export const convForward: Examiner = (r) => {
  const l = makeLayer(r);
  const shift = r.pick<[number, number]>([
    [0, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
    [1, 1],
  ]);
  return {
    op: "conv2d",
    ask: "y",
    question: json(l, false),
    mistakes: [...FORWARD, "WINDOW_SHIFTED"],
    answer: (slips) => forward(l, slips, slips.has("WINDOW_SHIFTED") ? shift : [0, 0]),
    slipInProduct: (kind, place) => forward(l, new Set(), [0, 0], { kind, ...place }) ?? 0,
    products: (l.Cin / l.G) * l.kh * l.kw,
  };
};

/** ∂L/∂X by stamping every G on a padded plane, then cropping. */
function inputGradient(l: Layer, slips: Slips): Written {
  const s = slips.has("ZEROS_NOT_INSERTED") ? 1 : l.s;
  const d = slips.has("DILATION_IGNORED") ? 1 : l.d;
  const cg = l.Cin / l.G;
  const og = l.Cout / l.G;
  const padded = make4([l.N, l.Cin, l.H + 2 * l.p, l.W + 2 * l.p], () => 0);
  const overwrite = slips.has("OVERLAP_OVERWRITTEN");
  l.dy.forEach((image, n) => {
    const [rows, columns] = [image[0]?.length ?? 0, image[0]?.[0]?.length ?? 0];
    for (let c = 0; c < cg; c++) {
      for (let group = 0; group < l.G; group++) {
        const target = slips.has("GROUPS_IGNORED") ? c : group * cg + c;
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j < columns; j++) {
            for (let u = 0; u < l.kh; u++) {
              for (let v = 0; v < l.kw; v++) {
                let stamp = 0;
                for (let f = 0; f < og; f++) {
                  const o = group * og + f;
                  if (slips.has("FIRST_CHANNEL_ONLY") && o > 0) continue;
                  const k = slips.has("KERNEL_NOT_ROTATED")
                    ? get(l.w, o, c, l.kh - 1 - u, l.kw - 1 - v)
                    : get(l.w, o, c, u, v);
                  stamp += get(l.dy, n, o, i, j) * k;
                }
                const row = padded[n]?.[target]?.[i * s + u * d];
                const at = j * s + v * d;
                if (row?.[at] === undefined) continue;
                row[at] = overwrite ? stamp : row[at] + stamp;
              }
            }
          }
        }
      }
    }
  });
  if (slips.has("NOT_CROPPED")) return padded;
  return make4([l.N, l.Cin, l.H, l.W], (n, c, h, w) => get(padded, n, c, h + l.p, w + l.p));
}

/** The products of one cell of ∂L/∂X: every filter, every tap. */
function inputProducts(l: Layer, cell: number): { at: number[]; products: number[] } {
  const plane = l.H * l.W;
  const [n, c] = [Math.floor(cell / (plane * l.Cin)), Math.floor(cell / plane) % l.Cin];
  const [h, w] = [Math.floor(cell / l.W) % l.H, cell % l.W];
  const [cg, og] = [l.Cin / l.G, l.Cout / l.G];
  const group = Math.floor(c / cg);
  const products: number[] = [];
  for (let o = group * og; o < (group + 1) * og; o++) {
    for (let u = 0; u < l.kh; u++) {
      for (let v = 0; v < l.kw; v++) {
        const [i, j] = [(h + l.p - u * l.d) / l.s, (w + l.p - v * l.d) / l.s];
        if (i < 0 || j < 0 || i % 1 !== 0 || j % 1 !== 0 || !has(l.dy, i, j)) continue;
        products.push(get(l.dy, n, o, i, j) * get(l.w, o, c % cg, u, v));
      }
    }
  }
  return { at: [n, c, h, w], products };
}

function withCellChanged(answer: Written, at: readonly number[], change: number): Written {
  const [first, ...rest] = at;
  if (typeof answer === "number") return answer + change;
  return answer.map((part, index) =>
    index === first ? withCellChanged(part, rest, change) : part,
  );
}

export const convInputGradient: Examiner = (r) => {
  const l = makeLayer(r);
  const right = inputGradient(l, new Set());
  return {
    op: "conv2d",
    ask: "grads.x",
    question: json(l, true),
    mistakes: [
      "KERNEL_NOT_ROTATED",
      "ZEROS_NOT_INSERTED",
      "NOT_CROPPED",
      "OVERLAP_OVERWRITTEN",
      "FIRST_CHANNEL_ONLY",
      "DILATION_IGNORED",
      "GROUPS_IGNORED",
    ],
    answer: (slips) => inputGradient(l, slips),
    slipInProduct: (kind, place) => {
      const { at, products } = inputProducts(l, place.cell);
      if (products.length === 0) return right;
      const product = products[place.product % products.length] ?? 0;
      return withCellChanged(right, at, kind === "TERM_DROPPED" ? -product : -2 * product);
    },
    products: (l.Cout / l.G) * l.kh * l.kw,
  };
};

function weightGradient(
  l: Layer,
  slips: Slips,
  wrong?: { kind: string; cell: number; product: number },
): Written {
  const s = slips.has("STRIDE_IGNORED") ? 1 : l.s;
  const p = slips.has("PADDING_IGNORED") ? 0 : l.p;
  const d = slips.has("DILATION_IGNORED") ? 1 : l.d;
  const [cg, og] = [l.Cin / l.G, l.Cout / l.G];
  const [Ho, Wo] = [l.dy[0]?.[0]?.length ?? 0, l.dy[0]?.[0]?.[0]?.length ?? 0];
  let count = 0;
  const gradient = make4([l.Cout, cg, l.kh, l.kw], (o, c, u, v) => {
    const cell = count++;
    let [sum, term] = [0, 0];
    const group = slips.has("GROUPS_IGNORED") ? 0 : Math.floor(o / og);
    for (let n = 0; n < l.N; n++) {
      for (let i = 0; i < Ho; i++) {
        for (let j = 0; j < Wo; j++) {
          const [h, w] = [i * s + u * d - p, j * s + v * d - p];
          const a = slips.has("GRADIENT_FOR_INPUT")
            ? get(l.dy, n, o, h, w)
            : get(l.x, n, group * cg + c, h, w);
          let product = get(l.dy, n, o, i, j) * a;
          if (wrong && wrong.cell === cell && wrong.product === term) {
            product = wrong.kind === "TERM_DROPPED" ? 0 : -product;
          }
          sum += product;
          term++;
        }
      }
    }
    return slips.has("BATCH_AVERAGED") ? sum / l.N : sum;
  });
  if (!slips.has("GRADIENT_ROTATED")) return gradient;
  return gradient.map((filter) =>
    filter.map((plane) => plane.map((row) => row.toReversed()).toReversed()),
  );
}

export const convWeightGradient: Examiner = (r) => {
  const l = makeLayer(r);
  return {
    op: "conv2d",
    ask: "grads.w",
    question: json(l, true),
    mistakes: [
      "GRADIENT_ROTATED",
      "STRIDE_IGNORED",
      "PADDING_IGNORED",
      "GRADIENT_FOR_INPUT",
      "BATCH_AVERAGED",
      "DILATION_IGNORED",
      "GROUPS_IGNORED",
    ],
    answer: (slips) => weightGradient(l, slips),
    slipInProduct: (kind, place) => weightGradient(l, new Set(), { kind, ...place }),
    products: l.N * (l.dy[0]?.[0]?.length ?? 1) * (l.dy[0]?.[0]?.[0]?.length ?? 1),
  };
};

export const convBiasGradient: Examiner = (r) => {
  for (;;) {
    const l = makeLayer(r);
    if (!l.b) continue;
    const [Ho, Wo] = [l.dy[0]?.[0]?.length ?? 0, l.dy[0]?.[0]?.[0]?.length ?? 0];
    const answer = (slips: Slips) =>
      Array.from({ length: l.Cout }, (_, o) => {
        if (slips.has("NOT_SUMMED")) {
          const cell = get(l.dy, 0, o, 0, 0);
          const mean = slips.has("MEAN_FOR_SUM") ? cell / (l.N * Ho * Wo) : cell;
          return slips.has("BATCH_AVERAGED") ? mean / l.N : mean;
        }
        let sum = 0;
        for (const image of l.dy)
          for (const row of image[o] ?? []) for (const value of row) sum += value;
        if (slips.has("MEAN_FOR_SUM")) sum /= l.N * Ho * Wo;
        return slips.has("BATCH_AVERAGED") ? sum / l.N : sum;
      });
    const exam: Exam = {
      op: "conv2d",
      ask: "grads.b",
      question: json(l, true),
      mistakes: ["NOT_SUMMED", "MEAN_FOR_SUM", "BATCH_AVERAGED"],
      answer,
    };
    return exam;
  }
};
