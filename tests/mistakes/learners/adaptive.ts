import { type Examiner, type Slips, type T4, get, make4 } from "../learner";
import type { Random } from "../random";

interface Regions {
  op: string;
  C: number;
  H: number;
  W: number;
  out: [number, number];
  x: T4;
}

/** Pooling of the whole plane, or of as many regions as are asked for; they overlap where they do not divide it. */
function makeRegions(r: Random, kind: "avg" | "max", ties: boolean): Regions {
  const isGlobal = r.chance(0.4);
  const [C, H, W] = [r.int(isGlobal ? 2 : 1, 4), r.int(3, 6), r.int(3, 6)];
  const out: [number, number] = isGlobal ? [1, 1] : [r.int(2, 3), r.int(2, 3)];
  const x = make4([1, C, H, W], () => (ties ? r.int(0, 3) : r.int(-9, 9)));
  return { op: `${isGlobal ? "global" : "adaptive"}_${kind}_pool2d`, C, H, W, out, x };
}

function json({ op, out, x }: Regions, dy?: T4): unknown {
  const params = op.startsWith("adaptive") ? { output_size: out } : {};
  return { op, params, inputs: { x }, ...(dy ? { dy } : {}) };
}

/** The cells of a region, and their values, in reading order. */
function region({ H, W, out, x }: Regions, c: number, i: number, j: number) {
  const cells: { h: number; w: number; value: number; inside: number }[] = [];
  for (let h = 0; h < H; h++)
    for (let w = 0; w < W; w++) {
      const inRow = h >= Math.floor((i * H) / out[0]) && h < Math.ceil(((i + 1) * H) / out[0]);
      const inColumn = w >= Math.floor((j * W) / out[1]) && w < Math.ceil(((j + 1) * W) / out[1]);
      if (inRow && inColumn) cells.push({ h, w, value: get(x, 0, c, h, w), inside: cells.length });
    }
  return cells;
}

function forwardExam(kind: "avg" | "max"): Examiner {
  return (r) => {
    const q = makeRegions(r, kind, false);
    return {
      op: q.op,
      ask: "y",
      question: json(q),
      mistakes: kind === "avg" ? ["POOL_KIND_SWAPPED", "NOT_DIVIDED"] : ["POOL_KIND_SWAPPED"],
      answer: (slips) =>
        make4([1, q.C, ...q.out], (_, c, i, j) => {
          const values = region(q, c, i, j).map(({ value }) => value);
          if ((kind === "max") !== slips.has("POOL_KIND_SWAPPED")) return Math.max(...values);
          const sum = values.reduce((a, b) => a + b, 0);
          return slips.has("NOT_DIVIDED") ? sum : sum / values.length;
        }),
    };
  };
}

export const regionAverage = forwardExam("avg");
export const regionMaximum = forwardExam("max");

export const regionIndices: Examiner = (r) => {
  const q = makeRegions(r, "max", r.chance(0.6));
  return {
    op: q.op,
    ask: "indices",
    question: json(q),
    mistakes: ["INDEX_IN_WINDOW", "LAST_OF_TIES"],
    answer: (slips) =>
      make4([1, q.C, ...q.out], (_, c, i, j) => {
        const cells = region(q, c, i, j);
        const largest = Math.max(...cells.map(({ value }) => value));
        const maxima = cells.filter(({ value }) => value === largest);
        const best = slips.has("LAST_OF_TIES") ? maxima.at(-1) : maxima[0];
        if (!best) return 0;
        return slips.has("INDEX_IN_WINDOW") ? best.inside : best.h * q.W + best.w;
      }),
  };
};

function gradient(q: Regions, dy: T4, slips: Slips): T4 {
  const dx = make4([1, q.C, q.H, q.W], () => 0);
  const shares = q.op.includes("avg") || slips.has("SPREAD_EVENLY");
  for (let c = 0; c < q.C; c++)
    for (let i = 0; i < q.out[0]; i++)
      for (let j = 0; j < q.out[1]; j++) {
        const cells = region(q, c, i, j);
        const largest = Math.max(...cells.map(({ value }) => value));
        const maxima = cells.filter(({ value }) => value === largest);
        const into = shares ? cells : slips.has("ALL_TIES") ? maxima : maxima.slice(0, 1);
        const g = get(dy, 0, c, i, j);
        const share = shares && !slips.has("NOT_DIVIDED") ? g / cells.length : g;
        for (const { h, w } of into) {
          const row = dx[0]?.[c]?.[h];
          if (row) row[w] = slips.has("OVERLAP_OVERWRITTEN") ? share : (row[w] ?? 0) + share;
        }
      }
  return dx;
}

function gradientExam(kind: "avg" | "max"): Examiner {
  return (r) => {
    const q = makeRegions(r, kind, kind === "max" && r.chance(0.6));
    const dy = make4([1, q.C, ...q.out], () => r.int(-6, 6) || 1);
    const own = kind === "max" ? ["SPREAD_EVENLY", "ALL_TIES"] : ["NOT_DIVIDED"];
    return {
      op: q.op,
      ask: "grads.x",
      question: json(q, dy),
      mistakes: [...own, "OVERLAP_OVERWRITTEN"],
      answer: (slips) => gradient(q, dy, slips),
    };
  };
}

export const regionAverageGradient = gradientExam("avg");
export const regionMaximumGradient = gradientExam("max");
