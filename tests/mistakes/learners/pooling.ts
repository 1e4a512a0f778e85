import { type Examiner, type Slips, type T4, type Written, get, make4 } from "../learner";
import type { Random } from "../random";

interface Pool {
  op: "max_pool2d" | "avg_pool2d";
  N: number;
  C: number;
  H: number;
  W: number;
  k: number;
  s: number;
  p: number;
  include: boolean;
  ceil: boolean;
  x: T4;
}

function makePool(r: Random, op: Pool["op"], ties: boolean): Pool {
  for (;;) {
    const k = r.int(2, 3);
    const s = r.pick([k, k, 1, 2]);
    const p = r.chance(0.5) ? 1 : 0;
    const [C, N] = [r.int(1, 3), r.chance(0.15) ? 2 : 1];
    const [H, W] = [r.int(3, 8), r.int(3, 8)];
    const ceil = op === "max_pool2d" && r.chance(0.3);
    if (positions(H, k, s, p, ceil) * positions(W, k, s, p, ceil) < 4) continue;
    const low = r.chance(0.4) ? -9 : 0;
    const x = make4([N, C, H, W], () => (ties ? r.int(0, 3) : r.int(low, r.chance(0.3) ? -1 : 9)));
    return { op, N, C, H, W, k, s, p, include: r.chance(0.5), ceil, x };
  }
}

/** A last window that hangs over the end counts where the division is rounded up, unless it begins beyond the plane. */
function positions(size: number, k: number, s: number, p: number, ceil: boolean): number {
  const whole = Math.floor((size + 2 * p - k) / s) + 1;
  const overhangs = (size + 2 * p - k) % s > 0 && whole * s < size + p;
  return ceil && overhangs ? whole + 1 : whole;
}

function json(q: Pool, dy?: T4): unknown {
  return {
    op: q.op,
    params: {
      kernel: q.k,
      ...(q.s === q.k ? {} : { stride: q.s }),
      ...(q.p > 0 ? { padding: q.p } : {}),
      ...(q.ceil ? { ceil_mode: true } : {}),
      ...(q.op === "avg_pool2d" && !q.include ? { count_include_pad: false } : {}),
    },
    inputs: { x: q.x },
    ...(dy ? { dy } : {}),
  };
}

/** Every window: the cells of it that lie in the plane, in order. */
function windowCells(q: Pool, s: number, p: number, i: number, j: number) {
  const cells: { h: number; w: number; inside: number }[] = [];
  for (let u = 0; u < q.k; u++) {
    for (let v = 0; v < q.k; v++) {
      const [h, w] = [i * s + u - p, j * s + v - p];
      if (h >= 0 && w >= 0 && h < q.H && w < q.W) cells.push({ h, w, inside: u * q.k + v });
    }
  }
  return cells;
}

function forward(q: Pool, slips: Slips): Written | undefined {
  const s = slips.has("STRIDE_IGNORED") ? 1 : q.s;
  const p = slips.has("PADDING_IGNORED") ? 0 : q.p;
  const swapped = slips.has("POOL_KIND_SWAPPED");
  const takesMax = (q.op === "max_pool2d") !== swapped;
  const [Ho, Wo] = [positions(q.H, q.k, s, p, q.ceil), positions(q.W, q.k, s, p, q.ceil)];
  if (Ho < 1 || Wo < 1) return undefined;
  return make4([q.N, q.C, Ho, Wo], (n, c, i, j) => {
    const cells = windowCells(q, s, p, i, j);
    const values = cells.map(({ h, w }) => get(q.x, n, c, h, w));
    const some = cells.length < q.k * q.k;
    if (takesMax) {
      if (slips.has("ZERO_PADDING_IN_MAX") && some) values.push(0);
      return Math.max(...values);
    }
    const sum = values.reduce((a, b) => a + b, 0);
    if (slips.has("NOT_DIVIDED")) return sum;
    const counts = slips.has("DIVISOR_WITHOUT_PADDING")
      ? false
      : slips.has("DIVISOR_WITH_PADDING")
        ? true
        : q.op === "max_pool2d" || q.include;
    return sum / (counts ? q.k * q.k : cells.length);
  });
}

function forwardExam(op: Pool["op"]): Examiner {
  return (r) => {
    const q = makePool(r, op, false);
    const average = ["NOT_DIVIDED", q.include ? "DIVISOR_WITHOUT_PADDING" : "DIVISOR_WITH_PADDING"];
    return {
      op,
      ask: "y",
      question: json(q),
      mistakes: [
        "POOL_KIND_SWAPPED",
        ...(op === "max_pool2d" ? ["ZERO_PADDING_IN_MAX"] : average),
        "STRIDE_IGNORED",
        "PADDING_IGNORED",
      ],
      answer: (slips) => forward(q, slips),
    };
  };
}

export const maxPoolForward = forwardExam("max_pool2d");
export const avgPoolForward = forwardExam("avg_pool2d");

export const poolIndices: Examiner = (r) => {
  const q = makePool(r, "max_pool2d", r.chance(0.6));
  return {
    op: "max_pool2d",
    ask: "indices",
    question: json(q),
    mistakes: ["INDEX_IN_WINDOW", "LAST_OF_TIES"],
    answer: (slips) =>
      make4(
        [q.N, q.C, positions(q.H, q.k, q.s, q.p, q.ceil), positions(q.W, q.k, q.s, q.p, q.ceil)],
        (n, c, i, j) => {
          let best: { value: number; h: number; w: number; inside: number } | undefined;
          for (const cell of windowCells(q, q.s, q.p, i, j)) {
            const value = get(q.x, n, c, cell.h, cell.w);
            const later = slips.has("LAST_OF_TIES") && value === best?.value;
            if (!best || value > best.value || later) best = { value, ...cell };
          }
          if (!best) return 0;
          return slips.has("INDEX_IN_WINDOW") ? best.inside : best.h * q.W + best.w;
        },
      ),
  };
};

function gradient(q: Pool, dy: T4, slips: Slips): Written {
  const dx = make4([q.N, q.C, q.H, q.W], () => 0);
  const shares = q.op === "avg_pool2d" || slips.has("SPREAD_EVENLY");
  dy.forEach((image, n) =>
    image.forEach((plane, c) =>
      plane.forEach((row, i) =>
        row.forEach((g, j) => {
          const cells = windowCells(q, q.s, q.p, i, j);
          const values = cells.map(({ h, w }) => get(q.x, n, c, h, w));
          const largest = Math.max(...values);
          const first = values.indexOf(largest);
          const divisor = q.op === "avg_pool2d" && !q.include ? cells.length : q.k * q.k;
          const share = shares ? (slips.has("NOT_DIVIDED") ? g : g / divisor) : g;
          cells.forEach(({ h, w }, index) => {
            const takes =
              shares || (slips.has("ALL_TIES") ? values[index] === largest : index === first);
            const into = dx[n]?.[c]?.[h];
            if (!takes || !into) return;
            into[w] = slips.has("OVERLAP_OVERWRITTEN") ? share : (into[w] ?? 0) + share;
          });
        }),
      ),
    ),
  );
  return dx;
}

function gradientExam(op: Pool["op"]): Examiner {
  return (r) => {
    const q = makePool(r, op, op === "max_pool2d" && r.chance(0.6));
    const size = [
      q.N,
      q.C,
      positions(q.H, q.k, q.s, q.p, q.ceil),
      positions(q.W, q.k, q.s, q.p, q.ceil),
    ];
    const dy = make4(size, () => r.int(-6, 6) || 1);
    return {
      op,
      ask: "grads.x",
      question: json(q, dy),
      mistakes: [
        ...(op === "max_pool2d" ? ["SPREAD_EVENLY", "ALL_TIES"] : ["NOT_DIVIDED"]),
        "OVERLAP_OVERWRITTEN",
      ],
      answer: (slips) => gradient(q, dy, slips),
    };
  };
}

export const maxPoolGradient = gradientExam("max_pool2d");
export const avgPoolGradient = gradientExam("avg_pool2d");
