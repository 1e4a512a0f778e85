import type { Examiner, Slips } from "../learner";
import { type Conv, json, makeConv } from "./conv-sizes";

/** PyTorch leaves out a last window that would begin in the padding behind; such sizes are not asked about. */
function overhangs(size: number, k: number, { s, p, d }: Conv): boolean {
  return Math.ceil((size + 2 * p - d * (k - 1) - 1) / s) * s >= size + p;
}

export const convShape: Examiner = (r) => {
  const c = makeConv(r);
  const ceil =
    r.chance(0.2) &&
    [c.H, c.W].every((size, axis) => !overhangs(size, axis === 0 ? c.kh : c.kw, c));
  const along = (size: number, k: number, slips: Slips) => {
    const d = slips.has("DILATION_IGNORED") ? 1 : c.d;
    const span = slips.has("DILATION_TIMES_KERNEL") ? c.d * k : d * (k - 1) + 1;
    const p = slips.has("PADDING_IGNORED") ? 0 : slips.has("PADDING_ONCE") ? c.p : 2 * c.p;
    const s = slips.has("STRIDE_IGNORED") ? 1 : c.s;
    const steps = (size + p - span) / s;
    const up = slips.has("CEIL_FOR_FLOOR") || (ceil && !slips.has("FLOOR_FOR_CEIL"));
    const whole = slips.has("NO_FLOOR") ? steps : up ? Math.ceil(steps) : Math.floor(steps);
    return whole + (slips.has("PLUS_ONE_FORGOTTEN") ? 0 : 1);
  };
  return {
    op: "conv2d",
    ask: "shapes.y",
    question: json(c, ceil ? { conventions: { rounding: "ceil" } } : {}),
    mistakes: [
      "NO_FLOOR",
      ceil ? "FLOOR_FOR_CEIL" : "CEIL_FOR_FLOOR",
      "PLUS_ONE_FORGOTTEN",
      "PADDING_ONCE",
      "PADDING_IGNORED",
      "STRIDE_IGNORED",
      "DILATION_IGNORED",
      "DILATION_TIMES_KERNEL",
      "CHANNELS_KEPT",
      "AXES_SWAPPED",
    ],
    answer: (slips) => {
      const [h, w] = [along(c.H, c.kh, slips), along(c.W, c.kw, slips)];
      if (h < 1 || w < 1) return undefined;
      return [
        c.N,
        slips.has("CHANNELS_KEPT") ? c.Cin : c.Cout,
        ...(slips.has("AXES_SWAPPED") ? [w, h] : [h, w]),
      ];
    },
  };
};

export const transposedShape: Examiner = (r) => {
  for (;;) {
    const [I, J, k, s, p, d] = [
      r.int(3, 32),
      r.int(3, 32),
      r.int(2, 5),
      r.int(1, 4),
      r.int(0, 2),
      r.pick([1, 1, 2]),
    ];
    const [Cin, Cout, N] = [r.pick([4, 8, 16]), r.pick([2, 3, 6]), r.pick([1, 4])];
    const along = (size: number, slips: Slips) => {
      const K = slips.has("DILATION_TIMES_KERNEL")
        ? d * k
        : (slips.has("DILATION_IGNORED") ? 1 : d) * (k - 1) + 1;
      const P = slips.has("PADDING_IGNORED") ? 0 : slips.has("PADDING_ONCE") ? p : 2 * p;
      const S = slips.has("STRIDE_IGNORED") ? 1 : s;
      const one = slips.has("PLUS_ONE_FORGOTTEN") ? 0 : 1;
      if (slips.has("FORWARD_FORMULA")) return Math.floor((size + P - K) / S) + one;
      return (size - 1) * S - P + K - 1 + one;
    };
    if (along(I, new Set()) < 1 || along(J, new Set()) < 1) continue;
    return {
      op: "conv_transpose2d",
      ask: "shapes.y",
      question: {
        op: "conv_transpose2d",
        params: { stride: s, padding: p, dilation: d },
        inputs: { x: { shape: [N, Cin, I, J] }, w: { shape: [Cin, Cout, k, k] } },
      },
      mistakes: [
        "PLUS_ONE_FORGOTTEN",
        "PADDING_ONCE",
        "PADDING_IGNORED",
        "STRIDE_IGNORED",
        "DILATION_IGNORED",
        "DILATION_TIMES_KERNEL",
        "CHANNELS_KEPT",
        "AXES_SWAPPED",
        "FORWARD_FORMULA",
      ],
      answer: (slips) => {
        const [h, w] = [along(I, slips), along(J, slips)];
        if (h < 1 || w < 1) return undefined;
        return [
          N,
          slips.has("CHANNELS_KEPT") ? Cin : Cout,
          ...(slips.has("AXES_SWAPPED") ? [w, h] : [h, w]),
        ];
      },
    };
  }
};

export const poolShape: Examiner = (r) => {
  for (;;) {
    const [H, W, k, s, C] = [
      r.int(6, 60),
      r.int(6, 60),
      r.int(2, 4),
      r.int(1, 4),
      r.pick([3, 16, 64]),
    ];
    const p = r.int(0, Math.floor(k / 2));
    const ceil = r.chance(0.4);
    const along = (size: number, slips: Slips) => {
      const P = slips.has("PADDING_IGNORED") ? 0 : slips.has("PADDING_ONCE") ? p : 2 * p;
      const steps = (size + P - k) / (slips.has("STRIDE_IGNORED") ? 1 : s);
      const up = slips.has("CEIL_FOR_FLOOR") || (ceil && !slips.has("FLOOR_FOR_CEIL"));
      const whole = slips.has("NO_FLOOR") ? steps : up ? Math.ceil(steps) : Math.floor(steps);
      return whole + (slips.has("PLUS_ONE_FORGOTTEN") ? 0 : 1);
    };
    if (ceil && [H, W].some((size) => (along(size, new Set()) - 1) * s >= size + p)) continue;
    return {
      op: "max_pool2d",
      ask: "shapes.y",
      question: {
        op: "max_pool2d",
        params: { kernel: k, stride: s, padding: p, ceil_mode: ceil },
        inputs: { x: { shape: [1, C, H, W] } },
      },
      mistakes: [
        "NO_FLOOR",
        ceil ? "FLOOR_FOR_CEIL" : "CEIL_FOR_FLOOR",
        "PLUS_ONE_FORGOTTEN",
        "PADDING_ONCE",
        "PADDING_IGNORED",
        "STRIDE_IGNORED",
        "AXES_SWAPPED",
      ],
      answer: (slips) => {
        const [h, w] = [along(H, slips), along(W, slips)];
        return [1, C, ...(slips.has("AXES_SWAPPED") ? [w, h] : [h, w])];
      },
    };
  }
};
