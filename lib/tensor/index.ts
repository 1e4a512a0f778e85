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
  twinConvTranspose2d,
  twinConvTranspose2dBiasGradient,
  twinConvTranspose2dInputGradient,
  twinConvTranspose2dWeightGradient,
} from "./twin/conv-transpose2d";
