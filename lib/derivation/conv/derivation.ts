import type { OpDerivation } from "../working";
import { convMacs, convOutputShape, convParameters } from "./counts";
import { convTensor } from "./tensors";

/** Convolution and its transpose, forward and backward: the same taps, read the other way round. */
export const convDerivation: OpDerivation = {
  tensors: ["y", "grads.b", "grads.w", "grads.x"],
  tensor: convTensor,
  outputShape: convOutputShape,
  parameters: convParameters,
  macs: convMacs,
};
