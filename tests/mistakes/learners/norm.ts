import { type Exam, type Examiner, type Slips, type T4, type Written, make4 } from "../learner";
import type { Random } from "../random";
import { rounded, sum } from "./matrices";

/** Images, or rows of features where H and W are 1 and the question has rank 2. */
interface Norm {
  flat: boolean;
  sizes: [N: number, C: number, H: number, W: number];
  x: T4;
  dy: T4;
  gamma: number[];
  beta: number[];
  eps: number;
}

function makeNorm(r: Random): Norm {
  const flat = r.chance(0.4);
  const [N, C] = [flat ? r.int(3, 5) : r.int(1, 3), r.int(2, 3)];
  const sizes: Norm["sizes"] = flat ? [N, C, 1, 1] : [N, C, r.int(2, 3), r.int(2, 3)];
  return {
    flat,
    sizes,
    x: make4(sizes, () => r.int(-9, 9)),
    dy: make4(sizes, () => r.int(-5, 5)),
    gamma: Array.from({ length: C }, () => r.int(2, 4)),
    beta: Array.from({ length: C }, () => r.int(1, 4)),
    eps: r.pick([0.1, 0.5, 1]),
  };
}

function written({ flat }: Norm, t: T4): Written {
  return flat ? t.map((image) => image.map((plane) => plane[0]?.[0] ?? 0)) : t;
}

function json(q: Norm): unknown {
  return {
    op: "batch_norm_train",
    params: { eps: q.eps },
    inputs: { x: written(q, q.x), gamma: q.gamma, beta: q.beta },
    dy: written(q, q.dy),
  };
}

interface Place {
  n: number;
  c: number;
  x: number;
  g: number;
}

/** The values that share a mean with a cell. */
function peers(q: Norm, n: number, c: number, slips: Slips): Place[] {
  const [N, C, H, W] = q.sizes;
  const places: Place[] = [];
  for (let m = 0; m < N; m++)
    for (let d = 0; d < C; d++)
      for (let h = 0; h < H; h++)
        for (let w = 0; w < W; w++) {
          if (slips.has("WRONG_AXIS") ? m !== n : d !== c) continue;
          const g = (q.dy[m]?.[d]?.[h]?.[w] ?? 0) * (q.gamma[d] ?? 1);
          places.push({ n: m, c: d, x: q.x[m]?.[d]?.[h]?.[w] ?? 0, g });
        }
  return places;
}

function statistics(q: Norm, all: readonly Place[], slips: Slips) {
  const mean = sum(all.map(({ x }) => x)) / all.length;
  const count = slips.has("UNBIASED_VARIANCE") ? all.length - 1 : all.length;
  const variance = sum(all.map(({ x }) => (x - mean) ** 2)) / count;
  return { mean, count, spread: variance + (slips.has("EPS_FORGOTTEN") ? 0 : q.eps) };
}

function forward(q: Norm, slips: Slips): Written {
  const y = make4(q.sizes, (n, c, h, w) => {
    const { mean, spread } = statistics(q, peers(q, n, c, slips), slips);
    const centred = (q.x[n]?.[c]?.[h]?.[w] ?? 0) - mean;
    const normal = slips.has("NOT_NORMALISED") ? centred : centred / Math.sqrt(spread);
    const scale = slips.has("FACTOR_FORGOTTEN") ? 1 : (q.gamma[c] ?? 1);
    return rounded(scale * normal + (slips.has("BIAS_FORGOTTEN") ? 0 : (q.beta[c] ?? 0)));
  });
  return written(q, y);
}

/** Node by node: through the normal value, the variance and the mean. */
function inputGradient(q: Norm, slips: Slips): Written {
  const dx = make4(q.sizes, (n, c, h, w) => {
    const all = peers(q, n, c, slips);
    const forgotten = slips.has("FACTOR_FORGOTTEN");
    const arriving = all.map((one) => (forgotten ? one.g / (q.gamma[one.c] ?? 1) : one.g));
    const own = (q.dy[n]?.[c]?.[h]?.[w] ?? 0) * (forgotten ? 1 : (q.gamma[c] ?? 1));
    if (slips.has("NOT_NORMALISED")) return rounded(own - sum(arriving) / all.length);
    const { mean, count, spread } = statistics(q, all, slips);
    const byVariance =
      sum(arriving.map((g, index) => g * ((all[index]?.x ?? 0) - mean))) * -0.5 * spread ** -1.5;
    const byMean = -sum(arriving) / Math.sqrt(spread);
    const centred = (q.x[n]?.[c]?.[h]?.[w] ?? 0) - mean;
    return rounded(
      own / Math.sqrt(spread) + (byVariance * 2 * centred) / count + byMean / all.length,
    );
  });
  return written(q, dx);
}

function scaleGradient(q: Norm, slips: Slips): Written {
  const [N, C, H, W] = q.sizes;
  return Array.from({ length: C }, (_, c) => {
    let total = 0;
    for (let n = 0; n < N; n++) {
      const { mean, spread } = statistics(q, peers(q, n, c, slips), slips);
      const root = slips.has("NOT_NORMALISED") ? 1 : Math.sqrt(spread);
      for (let h = 0; h < H; h++)
        for (let w = 0; w < W; w++) {
          const normal = ((q.x[n]?.[c]?.[h]?.[w] ?? 0) - mean) / root;
          total += (q.dy[n]?.[c]?.[h]?.[w] ?? 0) * normal;
        }
    }
    return rounded(slips.has("MEAN_FOR_SUM") ? total / (N * H * W) : total);
  });
}

function shiftGradient(q: Norm, slips: Slips): Written {
  return q.beta.map((_, c) => {
    const all = q.dy.flatMap((image) => (image[c] ?? []).flat());
    return slips.has("MEAN_FOR_SUM") ? sum(all) / all.length : sum(all);
  });
}

function examOf(
  ask: string,
  mistakes: readonly string[],
  answer: (q: Norm, slips: Slips) => ReturnType<Exam["answer"]>,
): Examiner {
  return (r) => {
    const q = makeNorm(r);
    const exam = { op: "batch_norm_train", ask, question: json(q), mistakes };
    return { ...exam, answer: (slips) => answer(q, slips) };
  };
}

const STATISTICS = ["UNBIASED_VARIANCE", "EPS_FORGOTTEN", "NOT_NORMALISED", "WRONG_AXIS"];

export const batchNormForward = examOf(
  "y",
  [...STATISTICS, "FACTOR_FORGOTTEN", "BIAS_FORGOTTEN"],
  forward,
);
export const batchNormInputGradient = examOf(
  "grads.x",
  [...STATISTICS, "FACTOR_FORGOTTEN"],
  inputGradient,
);
export const batchNormScaleGradient = examOf(
  "grads.gamma",
  [...STATISTICS, "MEAN_FOR_SUM"],
  scaleGradient,
);
export const batchNormShiftGradient = examOf("grads.beta", ["MEAN_FOR_SUM"], shiftGradient);
