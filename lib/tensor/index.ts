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
