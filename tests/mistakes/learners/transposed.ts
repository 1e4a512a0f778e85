import { type Examiner, type Slips, type Written, get, make4, numbers } from "../learner";

/** A transposed convolution by stamps. */
export const transposedForward: Examiner = (r) => {
  for (;;) {
    const G = r.chance(0.2) ? 2 : 1;
    const [Cin, Cout] = [G * r.int(1, 3), G * r.int(1, 2)];
    const [H, W] = [r.int(2, 4), r.int(2, 4)];
    const k = r.int(2, 4);
    const s = r.int(1, 3);
    const p = r.int(0, 1);
    const op = s > 1 && r.chance(0.3) ? 1 : 0;
    const size = (i: number, stride: number, pad: number) => (i - 1) * stride - 2 * pad + k + op;
    if (size(H, s, p) < 2 || size(W, s, p) < 2) continue;
    const x = numbers(r, [1, Cin, H, W], 7);
    const w = numbers(r, [Cin, Cout / G, k, k], 4);
    const b = r.chance(0.5)
      ? Array.from({ length: Cout }, () => r.pick([-2, -1, 1, 2, 3]))
      : undefined;
    const [cg, og] = [Cin / G, Cout / G];
    const run = (
      slips: Slips,
      wrong?: { kind: string; cell: number; product: number },
    ): Written | undefined => {
      const stride = slips.has("ZEROS_NOT_INSERTED") ? 1 : s;
      const pad = slips.has("NOT_CROPPED") ? 0 : p;
      const [Ho, Wo] = [size(H, stride, pad), size(W, stride, pad)];
      if (Ho < 1 || Wo < 1) return undefined;
      let count = 0;
      return make4([1, Cout, Ho, Wo], (_, o, h, w_) => {
        const cell = count++;
        const stamps: number[] = [];
        const last: number[] = [];
        for (let i = 0; i < H; i++) {
          for (let j = 0; j < W; j++) {
            const [u, v] = [h + pad - i * stride, w_ + pad - j * stride];
            if (u < 0 || v < 0 || u >= k || v >= k) continue;
            last.length = 0;
            const group = Math.floor(o / og);
            for (let c = group * cg; c < (group + 1) * cg; c++) {
              const weight = slips.has("KERNEL_FLIPPED")
                ? get(w, c, o % og, k - 1 - u, k - 1 - v)
                : get(w, c, o % og, u, v);
              stamps.push(get(x, 0, c, i, j) * weight);
              last.push(get(x, 0, c, i, j) * weight);
            }
          }
        }
        const products = slips.has("OVERLAP_OVERWRITTEN") ? last : stamps;
        let sum = products.reduce((total, product) => total + product, 0);
        if (wrong && wrong.cell === cell && products.length > 0) {
          const product = products[wrong.product % products.length] ?? 0;
          sum -= wrong.kind === "TERM_DROPPED" ? product : 2 * product;
        }
        return sum + (b && !slips.has("BIAS_FORGOTTEN") ? (b[o] ?? 0) : 0);
      });
    };
    const params: Record<string, number> = { stride: s, padding: p };
    if (op > 0) params.output_padding = op;
    if (G > 1) params.groups = G;
    return {
      op: "conv_transpose2d",
      ask: "y",
      question: { op: "conv_transpose2d", params, inputs: { x, w, ...(b ? { b } : {}) } },
      mistakes: [
        "OVERLAP_OVERWRITTEN",
        "ZEROS_NOT_INSERTED",
        "NOT_CROPPED",
        "KERNEL_FLIPPED",
        "BIAS_FORGOTTEN",
      ],
      answer: run,
      slipInProduct: (kind, place) => run(new Set(), { kind, ...place }) ?? 0,
      products: cg * k * k,
    };
  }
};
