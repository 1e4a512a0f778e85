export { KERNEL_ERROR_CODES, KernelError, type KernelErrorCode } from "./errors";
export {
  MAX_VALUES,
  type NestedNumbers,
  type Tensor,
  coordinatesOf,
  fromNested,
  offsetOf,
  reshape,
  sizeOf,
  tensor,
  toNested,
  valueAt,
  zeros,
} from "./tensor";
export {
  MAX_AXIS,
  type Pair,
  type Rounding,
  type Sides,
  type Window,
  type WindowAxis,
  type WindowOptions,
  dilatedSize,
  pairOf,
  resolveWindow,
  wholeNumber,
} from "./window";
export {
  twinConv2d,
  twinConv2dBiasGradient,
  twinConv2dInputGradient,
  twinConv2dWeightGradient,
} from "./twin/conv2d";
export {
  batchNormParameters,
  biasMacs,
  conv2dMacs,
  conv2dParameters,
  convTranspose2dMacs,
  convTranspose2dParameters,
  flopsOf,
  linearMacs,
  linearParameters,
} from "./counts";
export { crossEntropy, crossEntropyGradient } from "./cross-entropy";
export { gram, gramGradient } from "./gram";
export { linear, linearBiasGradient, linearInputGradient, linearWeightGradient } from "./linear";
export { maxPool2d, maxPool2dGradient } from "./max-pool2d";
export { type Maxima } from "./pool-sweep";
export { type Overlap, maxUnpool2d, maxUnpool2dGradient } from "./max-unpool2d";
export { BYTES_PER_UNIT, BYTES_PER_VALUE, type MemoryUnit, bytesOf, inUnit } from "./memory";
export { mseLoss, mseLossGradient } from "./mse-loss";
export { type PoolOptions, poolOutputShape, poolWindow } from "./pool-window";
export {
  type ChainLayer,
  type ReceptiveField,
  receptiveField,
  receptiveFields,
} from "./receptive-field";
export { relu, reluGradient } from "./relu";
export { softmax, softmaxGradient } from "./softmax";
export * as twin from "./twin";
