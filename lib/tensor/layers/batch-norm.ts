import { KernelError } from "../errors";
import { expectOutputGradient, expectShape } from "../expect";
import { type Tensor, zeros } from "../tensor";

/** What batch normalisation gives in training; `variance` is biased (divided by the number of values). */
export interface BatchNormResult {
  readonly y: Tensor;
  readonly mean: Tensor;
  readonly variance: Tensor;
}

export interface BatchNormGradients {
  readonly x: Tensor;
  readonly gamma: Tensor;
  readonly beta: Tensor;
}

/** N×C×H×W as N groups of C channels of `area` values; N×C has an area of 1. */
interface ChannelLayout {
  readonly batch: number;
  readonly channels: number;
  readonly area: number;
  /** The values of one channel, N·H·W. */
  readonly count: number;
}

/**
 * Batch normalisation in training: y = γ_c·(x − μ_c)/√(σ²_c + ε) + β_c, with the mean μ_c and the biased variance
 * σ²_c of channel c over N, H and W. x: N×C×H×W or N×C; gamma, beta, mean, variance: C values (γ = 1, β = 0 if absent).
 *
 * @throws KernelError ERR_SHAPE, also for a single value in a channel; ERR_NUMBER for ε < 0
 * @see Ioffe and Szegedy 2015, https://arxiv.org/abs/1502.03167
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html
 * @example batchNormTrain(tensor([2, 1], [1, 3]), undefined, undefined, 0).y.data // [-1, 1]
 */
export function batchNormTrain(
  x: Tensor,
  gamma?: Tensor,
  beta?: Tensor,
  eps = 1e-5,
): BatchNormResult {
  const layout = layoutOf(x.shape);
  checkChannelValues(gamma, "gamma", layout);
  checkChannelValues(beta, "beta", layout);
  const { mean, variance } = moments(x, layout, eps);
  const y = zeros(x.shape);
  eachChannelRun(layout, (channel, start, end) => {
    const scale = (gamma?.data[channel] ?? 1) / Math.sqrt(variance.data[channel]! + eps);
    const shift = beta?.data[channel] ?? 0;
    const centre = mean.data[channel]!;
    for (let i = start; i < end; i++) y.data[i] = (x.data[i]! - centre) * scale + shift;
  });
  return { y, mean, variance };
}

/**
 * Back through batch normalisation, with x̂ = (x − μ)/√(σ² + ε), g = ∂L/∂Y and m = N·H·W values in a channel:
 * ∂L/∂β = Σ g, ∂L/∂γ = Σ g·x̂, ∂L/∂X = γ/√(σ² + ε)·(g − (∂L/∂β)/m − x̂·(∂L/∂γ)/m).
 *
 * @throws KernelError ERR_SHAPE, ERR_NUMBER or ERR_GRADIENT
 * @example batchNormTrainGradients(tensor([2, 1], [1, 3]), undefined, tensor([2, 1], [1, 0]), 0).beta.data // [1]
 */
export function batchNormTrainGradients(
  x: Tensor,
  gamma: Tensor | undefined,
  dy: Tensor,
  eps = 1e-5,
): BatchNormGradients {
  const layout = layoutOf(x.shape);
  checkChannelValues(gamma, "gamma", layout);
  expectOutputGradient(dy, x.shape);
  const { mean, variance } = moments(x, layout, eps);
  const [dx, dGamma, dBeta] = [zeros(x.shape), zeros([layout.channels]), zeros([layout.channels])];
  const perDeviation = variance.data.map((value) => 1 / Math.sqrt(value + eps));
  eachChannelRun(layout, (channel, start, end) => {
    const [centre, scale] = [mean.data[channel]!, perDeviation[channel]!];
    let sum = 0;
    let product = 0;
    for (let i = start; i < end; i++) {
      sum += dy.data[i]!;
      product += dy.data[i]! * (x.data[i]! - centre) * scale;
    }
    dBeta.data[channel]! += sum;
    dGamma.data[channel]! += product;
  });
  eachChannelRun(layout, (channel, start, end) => {
    const scale = (gamma?.data[channel] ?? 1) * perDeviation[channel]!;
    const meanGradient = dBeta.data[channel]! / layout.count;
    const meanProduct = dGamma.data[channel]! / layout.count;
    const [centre, each] = [mean.data[channel]!, perDeviation[channel]!];
    for (let i = start; i < end; i++) {
      const normalised = (x.data[i]! - centre) * each;
      dx.data[i] = scale * (dy.data[i]! - meanGradient - normalised * meanProduct);
    }
  });
  return { x: dx, gamma: dGamma, beta: dBeta };
}

function moments(
  x: Tensor,
  layout: ChannelLayout,
  eps: number,
): { mean: Tensor; variance: Tensor } {
  if (!(eps >= 0 && Number.isFinite(eps))) {
    throw new KernelError(
      "ERR_NUMBER",
      `eps is ${eps}; a number of 0 or more, such as 1e-5, would fit.`,
    );
  }
  const [mean, variance] = [zeros([layout.channels]), zeros([layout.channels])];
  eachChannelRun(layout, (channel, start, end) => {
    let sum = 0;
    for (let i = start; i < end; i++) sum += x.data[i]!;
    mean.data[channel]! += sum;
  });
  for (let channel = 0; channel < layout.channels; channel++) mean.data[channel]! /= layout.count;
  eachChannelRun(layout, (channel, start, end) => {
    const centre = mean.data[channel]!;
    let sum = 0;
    for (let i = start; i < end; i++) sum += (x.data[i]! - centre) ** 2;
    variance.data[channel]! += sum;
  });
  for (let channel = 0; channel < layout.channels; channel++)
    variance.data[channel]! /= layout.count;
  return { mean, variance };
}

function layoutOf(shape: readonly number[]): ChannelLayout {
  if (shape.length !== 4 && shape.length !== 2) {
    throw new KernelError(
      "ERR_SHAPE",
      `The input x has the shape [${shape.join(", ")}] with ${shape.length} axes; N×C×H×W or N×C is needed.`,
    );
  }
  const [batch = 0, channels = 0, height = 1, width = 1] = shape;
  const count = batch * height * width;
  if (count < 2) {
    throw new KernelError(
      "ERR_SHAPE",
      `A channel of shape [${shape.join(", ")}] holds ${count} value${count === 1 ? "" : "s"}; a variance in training needs at least 2, so a larger batch or image.`,
    );
  }
  return { batch, channels, area: height * width, count };
}

function checkChannelValues(values: Tensor | undefined, what: string, layout: ChannelLayout): void {
  if (values) expectShape(values.shape, [layout.channels], what, "one value for each channel");
}

function eachChannelRun(
  { batch, channels, area }: ChannelLayout,
  visit: (channel: number, start: number, end: number) => void,
): void {
  for (let n = 0; n < batch; n++) {
    for (let channel = 0; channel < channels; channel++) {
      const start = (n * channels + channel) * area;
      visit(channel, start, start + area);
    }
  }
}
