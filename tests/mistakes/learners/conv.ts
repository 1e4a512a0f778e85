import { type Examiner, type Slips, type Written, get, make4 } from "../learner";
import { type Layer, json, makeLayer, out } from "./conv-layer";

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
