import type { Examiner, Slips } from "../learner";
import type { Random } from "../random";

interface Conv {
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

function makeConv(r: Random): Conv {
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

function side(size: number, k: number, { s, p, d }: Conv): number {
  return Math.floor((size + 2 * p - d * (k - 1) - 1) / s) + 1;
}

function json(c: Conv, extra: Record<string, unknown> = {}): unknown {
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

export const convParameters: Examiner = (r) => {
  const c = { ...makeConv(r), bias: true };
  return {
    op: "conv2d",
    ask: "params",
    question: json(c),
    mistakes: [
      "BIAS_FORGOTTEN",
      "ONE_BIAS",
      "CHANNELS_FORGOTTEN",
      "FILTERS_FORGOTTEN",
      "GROUPS_IGNORED",
      "TIMES_POSITIONS",
      "OFF_BY_ONE",
    ],
    answer: (slips) => {
      const channels = slips.has("CHANNELS_FORGOTTEN")
        ? 1
        : slips.has("GROUPS_IGNORED")
          ? c.Cin
          : c.Cin / c.G;
      if (slips.has("CHANNELS_FORGOTTEN") && slips.has("GROUPS_IGNORED")) return undefined;
      const filters = slips.has("FILTERS_FORGOTTEN") ? 1 : c.Cout;
      const weights = filters * channels * c.kh * c.kw;
      const bias = slips.has("BIAS_FORGOTTEN") ? 0 : slips.has("ONE_BIAS") ? 1 : filters;
      if (slips.has("BIAS_FORGOTTEN") && slips.has("ONE_BIAS")) return undefined;
      const positions = slips.has("TIMES_POSITIONS") ? side(c.H, c.kh, c) * side(c.W, c.kw, c) : 1;
      return (weights + bias) * positions + (slips.has("OFF_BY_ONE") ? 1 : 0);
    },
  };
};

export const linearParameters: Examiner = (r) => {
  const [I, O] = [r.pick([64, 128, 784, 3072, 12]), r.pick([10, 5, 100, 4])];
  return {
    op: "linear",
    ask: "params",
    question: {
      op: "linear",
      inputs: { x: { shape: [1, I] }, w: { shape: [O, I] }, b: { shape: [O] } },
    },
    mistakes: ["BIAS_FORGOTTEN", "ONE_BIAS", "OFF_BY_ONE"],
    answer: (slips) => {
      if (slips.has("BIAS_FORGOTTEN") && slips.has("ONE_BIAS")) return undefined;
      const bias = slips.has("BIAS_FORGOTTEN") ? 0 : slips.has("ONE_BIAS") ? 1 : O;
      return I * O + bias + (slips.has("OFF_BY_ONE") ? 1 : 0);
    },
  };
};

function operations(ask: "macs" | "flops"): Examiner {
  return (r) => {
    const c = { ...makeConv(r), bias: true };
    const both = ask === "macs" ? "FLOPS_FOR_MACS" : "MACS_FOR_FLOPS";
    return {
      op: "conv2d",
      ask,
      question: json(c),
      mistakes: [
        "CHANNELS_FORGOTTEN",
        "FILTERS_FORGOTTEN",
        "GROUPS_IGNORED",
        "INPUT_SIZE_FOR_OUTPUT",
        both,
        "BIAS_COUNTED",
        "BATCH_FORGOTTEN",
      ],
      answer: (slips) => {
        if (slips.has("CHANNELS_FORGOTTEN") && slips.has("GROUPS_IGNORED")) return undefined;
        const channels = slips.has("CHANNELS_FORGOTTEN")
          ? 1
          : slips.has("GROUPS_IGNORED")
            ? c.Cin
            : c.Cin / c.G;
        const filters = slips.has("FILTERS_FORGOTTEN") ? 1 : c.Cout;
        const area = slips.has("INPUT_SIZE_FOR_OUTPUT")
          ? c.H * c.W
          : side(c.H, c.kh, c) * side(c.W, c.kw, c);
        const batch = slips.has("BATCH_FORGOTTEN") ? 1 : c.N;
        const perCell = channels * c.kh * c.kw + (slips.has("BIAS_COUNTED") ? 1 : 0);
        const macs = batch * area * filters * perCell;
        return (ask === "flops") === slips.has(both) ? macs : 2 * macs;
      },
    };
  };
}

export const convMacs = operations("macs");
export const convFlops = operations("flops");

export const memoryBytes: Examiner = (r) => {
  const shape = [
    r.pick([1, 1, 8, 32]),
    r.pick([1, 3, 16, 64]),
    r.pick([7, 14, 28, 32, 224]),
    r.pick([7, 14, 28, 32, 224]),
  ];
  const dtype = r.pick(["float32", "float32", "float64", "float16"]);
  const each = { float32: 4, float64: 8, float16: 2 }[dtype] ?? 4;
  const [N = 1, C = 1, H = 1, W = 1] = shape;
  return {
    op: "relu",
    ask: "memory.x",
    question: { op: "relu", inputs: { x: { shape } }, dtype },
    mistakes: [
      "CHANNELS_FORGOTTEN",
      "VALUES_FOR_BYTES",
      "BITS_FOR_BYTES",
      "KILO_FOR_KIBI",
      "BATCH_FORGOTTEN",
      "OFF_BY_ONE",
    ],
    answer: (slips) => {
      const values =
        (slips.has("BATCH_FORGOTTEN") ? 1 : N) * (slips.has("CHANNELS_FORGOTTEN") ? 1 : C) * H * W;
      const bytes = slips.has("VALUES_FOR_BYTES") ? values : values * each;
      const bits = slips.has("BITS_FOR_BYTES") ? bytes * 8 : bytes;
      const size = slips.has("KILO_FOR_KIBI") ? (bits / 1000) * 1024 : bits;
      return size + (slips.has("OFF_BY_ONE") ? 1 : 0);
    },
  };
};

export const memoryValues: Examiner = (r) => {
  const [N, C, H, W] = [
    r.pick([1, 8]),
    r.pick([1, 3, 16]),
    r.pick([7, 28, 32]),
    r.pick([7, 28, 32]),
  ];
  return {
    op: "relu",
    ask: "memory.x.values",
    question: { op: "relu", inputs: { x: { shape: [N, C, H, W] } } },
    mistakes: ["CHANNELS_FORGOTTEN", "BATCH_FORGOTTEN", "OFF_BY_ONE"],
    answer: (slips) =>
      (slips.has("BATCH_FORGOTTEN") ? 1 : N) * (slips.has("CHANNELS_FORGOTTEN") ? 1 : C) * H * W +
      (slips.has("OFF_BY_ONE") ? 1 : 0),
  };
};

export const receptiveField: Examiner = (r) => {
  for (;;) {
    const layers = Array.from({ length: r.int(2, 6) }, () => {
      const pool = r.chance(0.35);
      const k = pool ? 2 : r.pick([1, 3, 3, 5, 7]);
      return { pool, k, s: pool ? 2 : r.pick([1, 1, 1, 2]), d: pool ? 1 : r.pick([1, 1, 1, 2]) };
    });
    const list = layers.flatMap(({ pool, k, s, d }): object[] =>
      pool
        ? [{ name: "MaxPool2d", kernel: k, stride: s }]
        : [
            {
              name: "Conv2d",
              out: 4,
              kernel: k,
              stride: s,
              dilation: d,
              padding: (d * (k - 1)) / 2,
            },
            { name: "ReLU" },
          ],
    );
    return {
      op: "network",
      ask: "receptive_field",
      question: { op: "network", layers: list, inputs: { x: { shape: [1, 3, 512, 512] } } },
      mistakes: ["JUMP_UPDATED_FIRST", "ADDED_KERNEL_SIZE", "STRIDES_IGNORED", "POOLING_SKIPPED"],
      answer: (slips) => {
        let [field, jump] = [1, 1];
        for (const { pool, k, s, d } of layers) {
          if (pool && slips.has("POOLING_SKIPPED")) continue;
          const stride = slips.has("STRIDES_IGNORED") ? 1 : s;
          const size = d * (k - 1) + 1;
          if (slips.has("JUMP_UPDATED_FIRST")) jump *= stride;
          field += (slips.has("ADDED_KERNEL_SIZE") ? size : size - 1) * jump;
          if (!slips.has("JUMP_UPDATED_FIRST")) jump *= stride;
        }
        return field;
      },
    };
  }
};
