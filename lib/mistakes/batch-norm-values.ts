import type { Question } from "@/lib/question";
import { type Image, gradientOf, imageOf } from "./image";
import { lanes } from "./lanes";

/** Batch normalisation y = γ·(x − μ)/√(σ² + ε) + β, and its gradients. */
export interface BatchNorm {
  readonly x: Image;
  readonly dy: Image;
  readonly gamma: readonly number[];
  readonly beta: readonly number[];
  /** The axes that a mean is taken over. */
  readonly axes: readonly number[];
  /** The values that share a mean over some axes. */
  readonly peersAlong: (axes: readonly number[]) => readonly Peers[];
  readonly eps: number;
  readonly unbiased: boolean;
  readonly normalised: "fully" | "centred" | "not";
  readonly factor:
    | "all"
    | "without the deviation"
    | "through the mean alone"
    | "without the statistics";
  /** Whether the way back through the variance divides by n − 1 too. */
  readonly unbiasedBack?: boolean;
  /** A mean in place of a sum, over the positions or the batch. */
  readonly divisor: number;
}

/** The values that share a mean. */
interface Peers {
  readonly offsets: readonly number[];
  readonly mean: number;
  /** Σ (x − μ)². */
  readonly squares: number;
}

/** One lane's values, normalised. */
interface Lane {
  readonly offsets: readonly number[];
  readonly normal: readonly number[];
  /** 1/√(σ² + ε). */
  readonly scale: number;
}

/** The right set-up; undefined where a tensor has no values. */
export function setupOf(question: Question): BatchNorm | undefined {
  const { x: written, gamma, beta } = question.inputs;
  if (!written?.data || (gamma && !gamma.data) || (beta && !beta.data)) return undefined;
  const [rows = 1, columns = 1] = written.shape;
  const perColumn =
    written.shape.length === 2 &&
    columns > 1 &&
    [gamma, beta].some((vector) => vector?.data?.length === columns);
  const x: Image | undefined = perColumn
    ? { shape: [rows, columns, 1, 1], data: written.data }
    : imageOf(question, written);
  const dy = x && gradientOf(question, x.shape);
  if (!x || !dy) return undefined;
  const ones = (value: number) => Array.from({ length: x.shape[1] }, () => value);
  return {
    x,
    dy,
    gamma: gamma?.data ? [...gamma.data] : ones(1),
    beta: beta?.data ? [...beta.data] : ones(0),
    axes: [0, 2, 3],
    peersAlong: peersIn(x),
    eps: question.params.eps ?? 1e-5,
    unbiased: false,
    normalised: "fully",
    factor: "all",
    divisor: 1,
  };
}

/** The lanes of an image along any axes, worked out once for each. */
function peersIn({ shape, data }: Image): BatchNorm["peersAlong"] {
  const known = new Map<string, readonly Peers[]>();
  return (axes) => {
    const key = axes.join();
    const peers = known.get(key) ?? lanes(shape, axes).map((lane) => peersOf(lane, data));
    known.set(key, peers);
    return peers;
  };
}

function peersOf(offsets: readonly number[], data: Float64Array): Peers {
  const mean = offsets.reduce((sum, at) => sum + data[at]!, 0) / offsets.length;
  const squares = offsets.reduce((sum, at) => sum + (data[at]! - mean) ** 2, 0);
  return { offsets, mean, squares };
}

function normalise({ x, axes, peersAlong, eps, unbiased, normalised }: BatchNorm): Lane[] {
  return peersAlong(axes).map(({ offsets, mean, squares }) => {
    const variance = squares / (unbiased ? offsets.length - 1 : offsets.length);
    const scale = normalised === "fully" ? 1 / Math.sqrt(variance + eps) : 1;
    const centre = normalised === "not" ? 0 : mean;
    return { offsets, scale, normal: offsets.map((at) => (x.data[at]! - centre) * scale) };
  });
}

function channelOf({ x: { shape } }: BatchNorm, offset: number): number {
  return Math.floor(offset / (shape[2] * shape[3])) % shape[1];
}

/** y. */
export function output(setup: BatchNorm): Float64Array {
  const result = new Float64Array(setup.x.data.length);
  for (const { offsets, normal } of normalise(setup)) {
    offsets.forEach((at, index) => {
      const channel = channelOf(setup, at);
      result[at] = (setup.gamma[channel] ?? 1) * (normal[index] ?? 0) + (setup.beta[channel] ?? 0);
    });
  }
  return result;
}

/** ∂L/∂x = γ/√(σ² + ε)·(G − mean(G) − x̂·mean(G·x̂)). */
export function inputGradient(setup: BatchNorm): Float64Array {
  const result = new Float64Array(setup.x.data.length);
  const { dy, factor } = setup;
  for (const { offsets, normal, scale } of normalise(setup)) {
    const scaled = offsets.map((at) => dy.data[at]! * (setup.gamma[channelOf(setup, at)] ?? 1));
    const mean = scaled.reduce((sum, value) => sum + value, 0) / offsets.length;
    const count = setup.unbiasedBack ? offsets.length - 1 : offsets.length;
    const along =
      scaled.reduce((sum, value, index) => sum + value * (normal[index] ?? 0), 0) / count;
    offsets.forEach((at, index) => {
      const direct = scaled[index] ?? 0;
      const centred = factor === "without the statistics" ? direct : direct - mean;
      const through =
        factor === "all" || factor === "without the deviation"
          ? centred - (normal[index] ?? 0) * along
          : centred;
      result[at] = factor === "without the deviation" ? through : through * scale;
    });
  }
  return result;
}

/** ∂L/∂γ = Σ G·x̂, or ∂L/∂β = Σ G. */
export function parameterGradient(setup: BatchNorm, ask: "gamma" | "beta"): Float64Array {
  const result = new Float64Array(setup.x.shape[1]);
  for (const { offsets, normal } of normalise(setup)) {
    offsets.forEach((at, index) => {
      const factor = ask === "beta" || setup.factor !== "all" ? 1 : (normal[index] ?? 0);
      const channel = channelOf(setup, at);
      result[channel] = (result[channel] ?? 0) + (setup.dy.data[at]! * factor) / setup.divisor;
    });
  }
  return result;
}
