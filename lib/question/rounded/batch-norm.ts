import { KernelError } from "@/lib/tensor";
import { readsRows } from "../ops/batch-norm";
import { imageShape } from "../ops/images";
import type { Question } from "../question";
import { valuesIn } from "../sizes";
import { type Interval, intervalsOf, minus, plus, rangeOf, scaled, times, total } from "./range";
import type { Bounds, Given } from "./rule";

/** One channel: where its values lie, and its two learned numbers. */
interface Channel {
  readonly cells: readonly number[];
  readonly x: readonly Interval[];
  readonly dy: readonly Interval[];
  readonly gamma: Interval;
  readonly beta: Interval;
}

/** A channel's values after normalising, and 1/√(σ² + ε). */
interface Normalised {
  readonly values: readonly Interval[];
  readonly perDeviation: Interval;
}

/**
 * Batch normalisation in training. The deviation changes no faster than the root mean square of the radii; with that,
 * x̂ lies no further from its value at the midpoints than Σ_j sup|∂x̂_i/∂x_j|·r_j, where
 * ∂x̂_i/∂x_j = ([i = j] − 1/m − x̂_i·x̂_j/m)/√(σ² + ε) (the mean value theorem).
 */
export function batchNorm(question: Question, given: Given): Bounds {
  const { eps = 1e-5 } = question.params;
  const shape = given("x").shape;
  const [y, dx]: Interval[][] = [[], []];
  const [dGamma, dBeta]: Interval[][] = [[], []];
  for (const channel of channelsOf(question, given)) {
    const normal = normalised(channel.x, eps);
    const products = channel.dy.map((g, i) => times(g, normal.values[i] ?? [0, 0]));
    dGamma?.push(total(products));
    dBeta?.push(total(channel.dy));
    const slopes = slopesOf(channel, normal, total(products));
    for (const [i, cell] of channel.cells.entries()) {
      if (y) y[cell] = plus(times(channel.gamma, normal.values[i] ?? [0, 0]), channel.beta);
      if (dx) dx[cell] = slopes[i] ?? [0, 0];
    }
  }
  const learned = (name: "gamma" | "beta", intervals: readonly Interval[] = []) =>
    question.inputs[name] ? { [name]: rangeOf(given(name).shape, intervals) } : {};
  return {
    y: rangeOf(shape, y ?? []),
    grads: {
      x: rangeOf(shape, dx ?? []),
      ...learned("gamma", dGamma),
      ...learned("beta", dBeta),
    },
  };
}

/** γ/√(σ² + ε)·(g − mean of g − x̂·mean of g·x̂). */
function slopesOf({ dy, gamma }: Channel, { values, perDeviation }: Normalised, product: Interval) {
  const count = dy.length;
  const all = total(dy);
  const meanProduct = scaled(1 / count, product);
  const scale = times(gamma, perDeviation);
  return dy.map(([low, high], i) => {
    const others: Interval = [all[0] - low, all[1] - high];
    const centred = minus(scaled(1 - 1 / count, [low, high]), scaled(1 / count, others));
    return times(scale, minus(centred, times(values[i] ?? [0, 0], meanProduct)));
  });
}

/** Above so many pairs of cells in one channel the bounds are refused. */
const MOST_PAIRS = 2 ** 26;

function normalised(x: readonly Interval[], eps: number): Normalised {
  const count = x.length;
  if (count ** 2 > MOST_PAIRS) {
    throw new KernelError(
      "ERR_MEMORY",
      `A channel of ${count} values is too large to say how far rounding reaches; give the numbers in full.`,
    );
  }
  const middle = x.map(([low, high]) => (low + high) / 2);
  const radius = x.map(([low, high]) => (high - low) / 2);
  const mean = sum(middle) / count;
  const deviations = middle.map((value) => value - mean);
  const deviation = Math.sqrt(sum(deviations.map((one) => one ** 2)) / count);
  const play = Math.sqrt(sum(radius.map((one) => one ** 2)) / count);
  const least = Math.hypot(Math.max(0, deviation - play), Math.sqrt(eps));
  const perDeviation: Interval = [1 / Math.hypot(deviation + play, Math.sqrt(eps)), 1 / least];
  const values = firstBounds(deviations, radius, perDeviation);
  const centre = deviations.map((one) => one / Math.hypot(deviation, Math.sqrt(eps)));
  return { values: values.map((one, i) => refined(one, i)), perDeviation };

  function refined(rough: Interval, i: number): Interval {
    if (play === 0) return [centre[i] ?? 0, centre[i] ?? 0];
    const reach = sum(
      radius.map((r, j) => {
        const product = times(rough, values[j] ?? [0, 0]);
        const own = (i === j ? 1 : 0) - 1 / count;
        const [low, high] = minus([own, own], scaled(1 / count, product));
        return r === 0 ? 0 : (Math.max(Math.abs(low), Math.abs(high)) / least) * r;
      }),
    );
    const at = centre[i] ?? 0;
    return [Math.max(rough[0], at - reach), Math.min(rough[1], at + reach)];
  }
}

/** (x − μ)/√(σ² + ε) with both parts bounded by themselves; never beyond √(m − 1). */
function firstBounds(
  deviations: readonly number[],
  radius: readonly number[],
  perDeviation: Interval,
): Interval[] {
  const count = deviations.length;
  const most = Math.sqrt(count - 1);
  const allRadii = sum(radius);
  return deviations.map((one, i) => {
    const r = radius[i] ?? 0;
    const play = (1 - 1 / count) * r + (allRadii - r) / count;
    if (!Number.isFinite(perDeviation[1])) return [-most, most];
    const [low, high] = times([one - play, one + play], perDeviation);
    return [Math.max(low, -most), Math.min(high, most)];
  });
}

function channelsOf(question: Question, given: Given): Channel[] {
  const x = given("x");
  const { layout } = question.conventions;
  const isRows = readsRows(question);
  const [batch, channels, height, width] = isRows
    ? [x.shape[0] ?? 0, x.shape[1] ?? 0, 1, 1]
    : imageShape(x.shape, layout, "x");
  const area = height * width;
  const isLast = !isRows && layout === "nhwc" && x.shape.length > 2;
  const [values, dy] = [intervalsOf(x), intervalsOf(given("dy"))];
  const learned = (name: "gamma" | "beta", other: number) =>
    question.inputs[name]
      ? intervalsOf(given(name))
      : Array.from({ length: channels }, (): Interval => [other, other]);
  const [gamma, beta] = [learned("gamma", 1), learned("beta", 0)];
  return Array.from({ length: channels }, (_, c) => {
    const cells = Array.from({ length: valuesIn([batch, area]) }, (__, at) => {
      const [n, i] = [Math.floor(at / area), at % area];
      return isLast ? (n * area + i) * channels + c : (n * channels + c) * area + i;
    });
    const read = (all: readonly Interval[]) => cells.map((cell) => all[cell] ?? ([0, 0] as const));
    return {
      cells,
      x: read(values),
      dy: read(dy),
      gamma: gamma[c] ?? [1, 1],
      beta: beta[c] ?? [0, 0],
    };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
