import type { OpDerivation } from "../working";
import { convOutputShape } from "./shape";
import { convTensor } from "./tensors";

/** Convolution and its transpose, forward and backward: the same taps, read the other way round. */
export const convDerivation: OpDerivation = {
  tensors: ["y", "grads.b", "grads.w", "grads.x"],
  tensor: convTensor,
  outputShape: convOutputShape,
};
