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
