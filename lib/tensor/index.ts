export {
  type Conv2dGradients,
  conv2d,
  conv2dBiasGradient,
  conv2dGradients,
  conv2dInputGradient,
  conv2dWeightGradient,
} from "./conv/conv2d";
export { MAX_MACS } from "./conv/conv-checks";
export { adviceOnGradient } from "./conv/gradient-advice";
export {
  type Conv2dOptions,
  type ConvGeometry,
  conv2dGeometry,
  conv2dOutputShape,
} from "./conv/conv-geometry";
export {
  convTranspose2d,
  convTranspose2dBiasGradient,
  convTranspose2dInputGradient,
  convTranspose2dWeightGradient,
} from "./conv/conv-transpose2d";
export {
  type ConvTranspose2dOptions,
  convTranspose2dGeometry,
  convTranspose2dOutputShape,
} from "./conv/conv-transpose-geometry";
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
  resolveAxis,
  resolveWindow,
  wholeNumber,
} from "./window";
export { type AvgPoolOptions, avgPool2d, avgPool2dGradient } from "./pooling/avg-pool2d";
export { adaptiveAvgPool2d, adaptiveAvgPool2dGradient } from "./pooling/adaptive-avg-pool2d";
export { adaptiveMaxPool2d } from "./pooling/adaptive-max-pool2d";
export { adaptiveSpan } from "./pooling/adaptive-span";
export {
  type BatchNormGradients,
  type BatchNormResult,
  batchNormTrain,
  batchNormTrainGradients,
} from "./layers/batch-norm";
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
} from "./counts/counts";
export { crossEntropy, crossEntropyGradient } from "./layers/cross-entropy";
export { gram, gramGradient } from "./layers/gram";
export {
  linear,
  linearBiasGradient,
  linearInputGradient,
  linearWeightGradient,
} from "./layers/linear";
export { maxPool2d, maxPool2dGradient } from "./pooling/max-pool2d";
export { type Maxima } from "./pooling/pool-sweep";
export { type Overlap, maxUnpool2d, maxUnpool2dGradient } from "./pooling/max-unpool2d";
export { BYTES_PER_UNIT, BYTES_PER_VALUE, type MemoryUnit, bytesOf, inUnit } from "./counts/memory";
export { mseLoss, mseLossGradient } from "./layers/mse-loss";
export { type PoolTaps, adaptiveTaps, windowTaps } from "./pooling/pool-taps";
export { type PoolOptions, poolOutputShape, poolWindow } from "./pooling/pool-window";
export {
  type ChainLayer,
  type ReceptiveField,
  receptiveField,
  receptiveFields,
} from "./counts/receptive-field";
export { relu, reluGradient } from "./layers/relu";
export { softmax, softmaxGradient } from "./layers/softmax";
