import { KernelError } from "../errors";
import { expectRank, imageShape, matrixShape } from "../expect";
import { type WindowOptions, resolveWindow, wholeNumber } from "../window";

/**
 * The learned parameters of a convolution: Cout·(Cin/G·kH·kW) weights, and Cout biases.
 *
 * @param wShape Cout×Cin/G×kH×kW
 * @throws KernelError ERR_SHAPE or ERR_NUMBER
 * @example conv2dParameters([10, 3, 5, 5], true) // 760
 */
export function conv2dParameters(wShape: readonly number[], bias: boolean): number {
  const { outChannels, weights } = conv2dWeights(wShape);
  return weights + (bias ? outChannels : 0);
}

/**
 * The learned parameters of a transposed convolution: Cin·(Cout/G)·kH·kW weights, and Cout biases.
 *
 * @param wShape Cin×Cout/G×kH×kW
 * @throws KernelError ERR_SHAPE or ERR_NUMBER
 * @example convTranspose2dParameters([8, 4, 2, 2], true) // 132
 */
export function convTranspose2dParameters(
  wShape: readonly number[],
  bias: boolean,
  groups = 1,
): number {
  expectRank(wShape, 4, "The weight w", "Cin×Cout/groups×kH×kW");
  const [, outPerGroup = 0] = wShape;
  return productOf(wShape) + (bias ? outPerGroup * wholeNumber(groups, 1, "number of groups") : 0);
}

/**
 * The learned parameters of a fully connected layer: in·out weights, and `out` biases.
 *
 * @param wShape out×in
 * @throws KernelError ERR_SHAPE or ERR_NUMBER
 * @example linearParameters([4096, 9216], true) // 37752832
 */
export function linearParameters(wShape: readonly number[], bias: boolean): number {
  const [outFeatures] = matrixShape(wShape, "The weight w", "out×in");
  return productOf(wShape) + (bias ? outFeatures : 0);
}

/**
 * The learned parameters of batch normalisation, γ and β for each channel: 2C. The running mean and variance are
 * kept, not learned.
 *
 * @throws KernelError ERR_NUMBER
 * @example batchNormParameters(64) // 128
 */
export function batchNormParameters(channels: number): number {
  return 2 * wholeNumber(channels, 0, "number of channels");
}

/**
 * The multiply–adds of a convolution, without bias: N·Hout·Wout·Cout·(Cin/G)·kH·kW. Taps that fall on padding count,
 * as they do in torchvision's figures.
 *
 * @param xShape N×Cin×H×W
 * @param wShape Cout×Cin/G×kH×kW
 * @throws KernelError ERR_SHAPE, ERR_NUMBER, ERR_CHANNELS, or as `resolveWindow`
 * @see https://pytorch.org/vision/stable/models.html (GFLOPS there are multiply–adds)
 * @example conv2dMacs([1, 3, 32, 32], [10, 3, 5, 5], { padding: 2 }) // 768000
 */
export function conv2dMacs(
  xShape: readonly number[],
  wShape: readonly number[],
  options: WindowOptions & { readonly groups?: number } = {},
): number {
  const x = imageShape(xShape, "The input x");
  const { channelsPerGroup, kernel, weights } = conv2dWeights(wShape);
  const groups = wholeNumber(options.groups ?? 1, 1, "number of groups");
  if (channelsPerGroup * groups !== x.channels) {
    throw new KernelError(
      "ERR_CHANNELS",
      `x has ${x.channels} channels, but filters of ${channelsPerGroup} channels in ${groups} group${groups === 1 ? "" : "s"} ` +
        `take ${channelsPerGroup} · ${groups} = ${channelsPerGroup * groups}.`,
    );
  }
  const { height, width } = resolveWindow([x.height, x.width], kernel, options);
  return x.batch * height.outSize * width.outSize * weights;
}

/**
 * The multiply–adds of a transposed convolution, without bias: every input value is multiplied by every weight of its
 * channel, N·Hin·Win·Cin·(Cout/G)·kH·kW, also where the product is cropped.
 *
 * @param xShape N×Cin×H×W
 * @param wShape Cin×Cout/G×kH×kW
 * @throws KernelError ERR_SHAPE, ERR_NUMBER or ERR_CHANNELS
 * @example convTranspose2dMacs([1, 2, 3, 3], [2, 1, 2, 2]) // 72
 */
export function convTranspose2dMacs(xShape: readonly number[], wShape: readonly number[]): number {
  const x = imageShape(xShape, "The input x");
  expectRank(wShape, 4, "The weight w", "Cin×Cout/groups×kH×kW");
  if (wShape[0] !== x.channels) {
    throw new KernelError(
      "ERR_CHANNELS",
      `x has ${x.channels} channels, but w of shape [${wShape.join(", ")}] (Cin×Cout/groups×kH×kW) takes ${wShape[0]}.`,
    );
  }
  return x.batch * x.area * productOf(wShape);
}

/**
 * The multiply–adds of a fully connected layer, without bias: N·in·out.
 *
 * @param xShape N×in
 * @param wShape out×in
 * @throws KernelError ERR_SHAPE or ERR_CHANNELS
 * @example linearMacs([1, 9216], [4096, 9216]) // 37748736
 */
export function linearMacs(xShape: readonly number[], wShape: readonly number[]): number {
  const [batch, inFeatures] = matrixShape(xShape, "The input x", "N×in");
  const [, weightFeatures] = matrixShape(wShape, "The weight w", "out×in");
  if (inFeatures !== weightFeatures) {
    throw new KernelError(
      "ERR_CHANNELS",
      `x has ${inFeatures} features, but w of shape [${wShape.join(", ")}] (out×in) takes ${weightFeatures}.`,
    );
  }
  return batch * productOf(wShape);
}

/**
 * What the bias adds where it is counted, as torchinfo does: one addition for each output value.
 *
 * @throws KernelError ERR_NUMBER
 * @example biasMacs([1, 10, 32, 32]) // 10240
 */
export function biasMacs(yShape: readonly number[]): number {
  return productOf(yShape);
}

/**
 * Floating-point operations, by the convention that a multiply–add is two: FLOPs = 2·MACs.
 *
 * @example flopsOf(768000) // 1536000
 */
export function flopsOf(macs: number): number {
  return 2 * macs;
}

function conv2dWeights(wShape: readonly number[]) {
  expectRank(wShape, 4, "The weight w", "Cout×Cin/groups×kH×kW");
  const [outChannels = 0, channelsPerGroup = 0, kernelHeight = 0, kernelWidth = 0] = wShape;
  const kernel = [kernelHeight, kernelWidth] as const;
  return { outChannels, channelsPerGroup, kernel, weights: productOf(wShape) };
}

/** The product of a shape's sizes. Counting allocates nothing, so the memory bound of tensors is not asked for. */
function productOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * wholeNumber(size, 0, "size of an axis"), 1);
}
