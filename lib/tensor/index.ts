export { conv2d, conv2dBiasGradient, conv2dInputGradient, conv2dWeightGradient } from "./conv2d";
export { MAX_MACS } from "./conv-checks";
export {
  type Conv2dOptions,
  type ConvGeometry,
  conv2dGeometry,
  conv2dOutputShape,
} from "./conv-geometry";
export {
  convTranspose2d,
  convTranspose2dBiasGradient,
  convTranspose2dInputGradient,
  convTranspose2dWeightGradient,
} from "./conv-transpose2d";
export {
  type ConvTranspose2dOptions,
  convTranspose2dGeometry,
  convTranspose2dOutputShape,
} from "./conv-transpose-geometry";
export { KernelError, type KernelErrorCode } from "./errors";
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
