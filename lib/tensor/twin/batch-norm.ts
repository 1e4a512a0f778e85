import type { BatchNormGradients, BatchNormResult } from "../layers/batch-norm";
import { type Tensor, zeros } from "../tensor";
import { add, cellByCell, eachCell, read, sizeAt, sumOver } from "./cells";

/**
 * Batch normalisation with the variance as half the mean squared distance of two values, σ² = ½·mean (xᵢ − xⱼ)².
 *
 * @example batchNormTrain(tensor([2, 1], [1, 3]), undefined, undefined, 0).y.data // [-1, 1]
 */
export function batchNormTrain(
  x: Tensor,
  gamma?: Tensor,
  beta?: Tensor,
  eps = 1e-5,
): BatchNormResult {
  const channels = [sizeAt(x, 1)];
  const mean = cellByCell(channels, (c = 0) => average(valuesOf(x, c)));
  const variance = cellByCell(channels, (c = 0) => {
    const values = valuesOf(x, c);
    return average(values.map((a) => average(values.map((b) => (a - b) ** 2)))) / 2;
  });
  const y = cellByCell(x.shape, (...at) => {
    const c = at[1] ?? 0;
    const normalised = (read(x, ...at) - read(mean, c)) / Math.sqrt(read(variance, c) + eps);
    return (gamma ? read(gamma, c) : 1) * normalised + (beta ? read(beta, c) : 0);
  });
  return { y, mean, variance };
}

/**
 * Back through batch normalisation by the chain written out, as in the paper: first ∂L/∂σ², then ∂L/∂μ, then x's three
 * ways to the loss: directly, through the variance, through the mean.
 *
 * @see Ioffe and Szegedy 2015, section 3, https://arxiv.org/abs/1502.03167
 * @example batchNormTrainGradients(tensor([2, 1], [1, 3]), undefined, tensor([2, 1], [1, 0]), 0).beta.data // [1]
 */
export function batchNormTrainGradients(
  x: Tensor,
  gamma: Tensor | undefined,
  dy: Tensor,
  eps = 1e-5,
): BatchNormGradients {
  const dx = zeros(x.shape);
  const [dGamma, dBeta] = [zeros([sizeAt(x, 1)]), zeros([sizeAt(x, 1)])];
  const { mean, variance } = batchNormTrain(x, undefined, undefined, eps);
  const chains = [...mean.data.keys()].map((c) => {
    const spread = read(variance, c) + eps;
    const scale = gamma ? read(gamma, c) : 1;
    return chainOf(valuesOf(x, c), valuesOf(dy, c), read(mean, c), spread, scale);
  });
  eachCell(x.shape, (at, position) => {
    const c = at[1] ?? 0;
    const chain = chains[c];
    if (!chain) return;
    const deviation = read(x, ...at) - read(mean, c);
    add(dBeta, [c], read(dy, ...at));
    add(dGamma, [c], (read(dy, ...at) * deviation) / chain.deviationScale);
    dx.data[position] = chain.through(read(dy, ...at), deviation);
  });
  return { x: dx, gamma: dGamma, beta: dBeta };
}

function chainOf(
  values: readonly number[],
  gradients: readonly number[],
  mean: number,
  spread: number,
  scale: number,
) {
  const count = values.length;
  const deviationScale = Math.sqrt(spread);
  const terms = values.map((value, i) => ({
    deviation: value - mean,
    normalisedGradient: scale * (gradients[i] ?? 0),
  }));
  const byVariance =
    sumOver(terms, (term) => term.normalisedGradient * term.deviation) * (-0.5 * spread ** -1.5);
  const byMean =
    sumOver(terms, (term) => -term.normalisedGradient / deviationScale) +
    byVariance * average(terms.map((term) => -2 * term.deviation));
  const through = (gradient: number, deviation: number) =>
    (scale * gradient) / deviationScale + (byVariance * 2 * deviation) / count + byMean / count;
  return { deviationScale, through };
}

function valuesOf(source: Tensor, channel: number): number[] {
  const values: number[] = [];
  eachCell(source.shape, (at) => {
    if (at[1] === channel) values.push(read(source, ...at));
  });
  return values;
}

function average(values: readonly number[]): number {
  return sumOver(values, (value) => value) / values.length;
}
